import type { SignIn } from "../data/contract/api/access.js";
import { fromAddress } from "./address.js";
import { failureLine, plainFailure } from "./failure.js";
import { send } from "./http.js";

/** Starts the sign-in page. An address that ends in `#token=…` signs in at once and forgets the token. */
export async function startSignIn(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("#sign-in")!;
  form.querySelector<HTMLInputElement>("[name=next]")!.value = nextPath();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void signIn(form, form.querySelector<HTMLInputElement>("[name=token]")!.value.trim());
  });
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (!token) return;
  // Before anything else: the token must stay neither in the address bar nor in the history.
  history.replaceState(null, "", location.pathname + location.search);
  await signIn(form, token);
}

/** Where to go after signing in: a path of this site and nothing else, so that no link can lead away. */
export function nextPath(): string {
  const town = fromAddress("m");
  const home = town ? `/progress?m=${encodeURIComponent(town)}` : "/progress";
  const wanted = fromAddress("next");
  if (!wanted?.startsWith("/")) return home;
  const url = new URL(wanted, location.origin);
  return url.origin === location.origin ? url.pathname + url.search : home;
}

async function signIn(form: HTMLFormElement, token: string): Promise<void> {
  const message = document.getElementById("sign-in-message")!;
  const button = form.querySelector("button")!;
  const field = form.querySelector<HTMLInputElement>("[name=token]")!;
  message.textContent = "";
  if (token === "") {
    message.textContent = "トークンを入れてください。";
    field.focus();
    return;
  }
  button.disabled = true;
  const json: SignIn = { token };
  const sent = await send("/api/v1/session", { method: "POST", json });
  if (sent.kind === "done") return location.assign(nextPath());
  const isWrongToken = sent.kind === "refused" && sent.problem.code === "unauthenticated";
  message.textContent = isWrongToken ? sent.problem.localized.ja.detail : failureLine(plainFailure(sent));
  field.setAttribute("aria-invalid", "true");
  field.focus();
  button.disabled = false;
}
