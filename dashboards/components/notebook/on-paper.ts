/** Sent to every part of a page that shows only what is in sight, before the page goes to paper and after. */
export const TO_PAPER = "topaper";
export const FROM_PAPER = "frompaper";

let isListening = false;

/** Tells the elements that `selector` finds when the page is printed; one listener however many pages are visited. */
export function tellOfPaper(selector: string): void {
  if (isListening) return;
  isListening = true;
  const tell = (name: string) => () => {
    for (const element of document.querySelectorAll(selector)) element.dispatchEvent(new Event(name));
  };
  addEventListener("beforeprint", tell(TO_PAPER));
  addEventListener("afterprint", tell(FROM_PAPER));
}
