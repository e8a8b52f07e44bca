/** Modules that wrangler hands over compiled (see the rules in wrangler.toml). */
declare module "highs/runtime" {
  const module: WebAssembly.Module;
  export default module;
}
