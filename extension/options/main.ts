/** The options page: how reading looks, the sites, what the extension does. Also asks for one site, in Firefox. */

import { api } from "../shared/api.ts";
import { element, phrase, wordButton } from "../shared/dom.ts";
import formCss from "../shared/form.css";
import { settingsForm } from "../shared/form.ts";
import { load, onChange, save } from "../shared/settings.ts";
import { isHost, type Mode } from "../shared/sites.ts";
import { themeSheet } from "../shared/themes.ts";
import { direction, language, say } from "../shared/words.ts";
import { askPage } from "./ask.ts";
import { sitesSection } from "./sites.ts";

const about = new URLSearchParams(location.search);

async function start(): Promise<void> {
  const root = document.documentElement;
  Object.assign(root, { lang: language(), dir: direction() });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeSheet() + formCss);
  document.adoptedStyleSheets = [sheet];
  const settings = await load();
  const dress = () => (root.dataset.theme = settings.theme);
  dress();
  onChange((changed) => {
    Object.assign(settings, changed);
    dress();
  });
  const app = document.querySelector("#app")!;
  const host = about.get("ask");
  if (host && isHost(host)) {
    const mode: Mode = about.get("mode") === "reader" ? "reader" : "clean";
    app.append(askPage(host, mode));
    return;
  }
  document.title = say("optionsTitle");
  if (about.has("welcome")) app.append(welcome());
  const reading = section("optionsReading");
  const form = element("div", "form");
  settingsForm(form, settings, () => {
    dress();
    void save(settings);
  });
  reading.append(form);
  app.append(phrase("h1", "optionsTitle"), reading, sitesSection(), keys(), does(), product());
}

function section(key: string): HTMLElement {
  const made = element("section");
  made.append(phrase("h2", key));
  return made;
}

function welcome(): HTMLElement {
  const made = element("section", "welcome");
  made.append(phrase("h2", "welcomeTitle"), phrase("p", "welcomeText"), phrase("p", "welcomeMenu"));
  return made;
}

/** What each command of the manifest is called. */
const COMMANDS: Record<string, string> = { _execute_action: "optionsKeysReader", clean: "menuClean" };

/** The browser's page for keys can be opened from here in Chromium; Firefox has no address for it. */
function keys(): HTMLElement {
  const made = section("optionsKeys");
  const list = element("dl", "keys");
  void commands(list);
  made.append(list, phrase("p", "optionsKeysText"));
  if (location.protocol === "chrome-extension:") {
    const url = "chrome://extensions/shortcuts";
    made.append(wordButton("optionsKeysOpen", () => void api.tabs.create({ url })));
  } else made.append(phrase("p", "optionsKeysFirefox"));
  made.append(phrase("p", "optionsKeysHelp"));
  return made;
}

/** Lists the keys as they are set now. Browsers of phones have none, and no list of them. */
async function commands(list: HTMLElement): Promise<void> {
  const all = (await api.commands?.getAll()) ?? [];
  for (const [name, key] of Object.entries(COMMANDS)) {
    const command = all.find((command) => command.name === name);
    if (!command) continue;
    const value = element("dd");
    value.append(command.shortcut ? pressed(command.shortcut) : say("optionsKeysNone"));
    list.append(phrase("dt", key), value);
  }
}

function pressed(shortcut: string): HTMLElement {
  const made = element("kbd");
  made.textContent = shortcut;
  return made;
}

function does(): HTMLElement {
  const made = section("optionsDoes");
  const list = element("ul");
  for (const number of [1, 2, 3, 4]) list.append(phrase("li", `optionsDoes${number}`));
  made.append(list);
  return made;
}

function product(): HTMLElement {
  const made = section("optionsAbout");
  const version = element("p");
  version.textContent = say("optionsVersion", api.runtime.getManifest().version);
  made.append(version, phrase("p", "optionsLicence"));
  return made;
}

void start();
