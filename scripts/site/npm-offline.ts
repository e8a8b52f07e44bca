/**
 * Answers Framework's network requests, so that a build needs no network: its runtime names libraries that a page may
 * load on demand and asks the registry for their versions. No page has that runtime, so any version will do; whatever
 * else it asks for fails the build. Imported for its effect by the config.
 */
globalThis.fetch = async function offlineFetch(input: string | URL | Request): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : String(input));
  if (url.host.startsWith("registry.")) return Response.json({ version: "0.0.0", versions: { "0.0.0": {} } });
  console.error(`npm-offline: blocked ${url.href}`);
  return new Response("blocked", { status: 403 });
};
