/** The small page that asks for one site: in Firefox a click in a web page is no gesture of ours, one here is. */

import { api } from "../shared/api.ts";
import { attempt } from "../shared/attempt.ts";
import { element, phrase } from "../shared/dom.ts";
import { ask } from "../shared/messages.ts";
import { originsOf, type Mode } from "../shared/sites.ts";
import { say } from "../shared/words.ts";

/** The question, with its one button. */
export function askPage(host: string, mode: Mode): HTMLElement {
  document.title = say("askTitle", host);
  const made = element("section", "ask");
  const title = element("h1");
  title.textContent = say("askTitle", host);
  const button = element("button", "strong");
  button.type = "button";
  button.dataset.name = "askButton";
  button.textContent = say("askButton");
  const answer = element("p");
  answer.setAttribute("role", "status");
  button.addEventListener("click", () => {
    // The question first, and nothing before it: the click counts only now.
    const granted = api.permissions.request({ origins: originsOf(host) });
    const tell = (text: string) => (answer.textContent = text);
    void attempt(async () => {
      const done = (await granted) && (await ask(api, "always", { host, mode }));
      tell(say(done ? "askDone" : "alwaysDenied"));
      button.hidden = done;
    }, tell);
  });
  made.append(title, phrase("p", mode === "reader" ? "optionsMode_reader" : "optionsMode_clean"));
  made.append(phrase("p", "askText"), button, answer);
  return made;
}
