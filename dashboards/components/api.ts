/** What the API says went wrong, in words for the visitor. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
  ) {
    super(title);
  }
}

/**
 * The JSON of an answer; null for one without content.
 * @throws ApiProblem with the problem's own words, or with ours where the line failed.
 */
export async function requestJson(address: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(address, {
    ...init,
    headers: { accept: "application/json", ...init.headers },
  }).catch(() => {
    throw new ApiProblem(0, "つながりませんでした。", "通信を確かめて、もう一度お試しください。");
  });
  if (response.ok) return response.status === 204 ? null : await response.json();
  const problem = (await response.json().catch(() => ({}))) as { title?: unknown; detail?: unknown };
  const words = (value: unknown): string | null =>
    typeof value === "string"
      ? value
      : typeof value === "object" && value !== null && "ja" in value
        ? String(value.ja)
        : null;
  throw new ApiProblem(
    response.status,
    words(problem.title) ?? "うまくいきませんでした。",
    words(problem.detail),
  );
}
