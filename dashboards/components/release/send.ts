/** How a request to the API ended. Never rejects. */
export type Sent<T> = { kind: "done"; answer: T } | Refusal | { kind: "unreachable" };

/** What the API says of a request that it did not do. */
export interface Refusal {
  kind: "refused";
  status: number;
  /** What programs know it by: open_succession, succession_published; the problem's type where it has no code. */
  code: string;
  title: string;
  detail: string;
  retryAfterSeconds: number | null;
  /** What did not fit, as paths. */
  fields: { field: string; message: string }[];
  /** The whole problem, for what it says beside that. */
  problem: Readonly<Record<string, unknown>>;
}

export type Refused = Exclude<Sent<never>, { kind: "done" }>;

/** Sends JSON to the API and keeps what a refusal says about waiting and about fields. */
export async function sendJson<T>(
  address: string,
  method: "GET" | "POST" | "PUT",
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent<T>> {
  const response = await fetch(address, {
    method,
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => null);
  if (!response) return { kind: "unreachable" };
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer === null ? { kind: "unreachable" } : { kind: "done", answer: answer as T };
  const problem = (answer ?? {}) as Record<string, unknown> & Partial<Refusal> & { type?: string };
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    kind: "refused",
    status: response.status,
    code: problem.code ?? problem.type?.split("/").at(-1) ?? "",
    title: problem.title ?? "",
    detail: problem.detail ?? "",
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
    fields: problem.fields ?? [],
    problem,
  };
}
