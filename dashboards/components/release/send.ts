/** How a request to the API ended; `fields` names what did not fit, as paths. Never rejects. */
export type Sent<T> =
  | { kind: "done"; answer: T }
  | {
      kind: "refused";
      status: number;
      title: string;
      detail: string;
      retryAfterSeconds: number | null;
      fields: { field: string; message: string }[];
    }
  | { kind: "unreachable" };

export type Refused = Exclude<Sent<never>, { kind: "done" }>;

/** Sends JSON to the API and keeps what a refusal says about waiting and about fields. */
export async function sendJson<T>(address: string, method: "POST" | "PUT", body?: unknown): Promise<Sent<T>> {
  const response = await fetch(address, {
    method,
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => null);
  if (!response) return { kind: "unreachable" };
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer === null ? { kind: "unreachable" } : { kind: "done", answer: answer as T };
  const problem = (answer ?? {}) as {
    title?: string;
    detail?: string;
    fields?: { field: string; message: string }[];
  };
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    kind: "refused",
    status: response.status,
    title: problem.title ?? "",
    detail: problem.detail ?? "",
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
    fields: problem.fields ?? [],
  };
}
