/** The list of sites: search, add, change, remove, allow, export, import. */

import { api } from "../shared/api.ts";
import { attempt } from "../shared/attempt.ts";
import { element, phrase, wordButton } from "../shared/dom.ts";
import { ask } from "../shared/messages.ts";
import { hostIn, isHost, originsOf, type Mode, type Site } from "../shared/sites.ts";
import { keep, onKept } from "../shared/store.ts";
import { count, say } from "../shared/words.ts";

/** Fields of an exported list, so that a file of another program is told apart. */
interface Exported {
  plainread: "sites";
  sites: { host: string; mode: Mode }[];
}

/** Says what came of something, in sight of all. */
type Tell = (text: string) => void;

/** The section, filled from the background and kept as it changes. */
export function sitesSection(): HTMLElement {
  const made = element("section");
  made.id = "sites";
  const search = element("input");
  Object.assign(search, { type: "search", placeholder: say("optionsSearch") });
  search.setAttribute("aria-label", say("optionsSearch"));
  const list = element("ul", "sites");
  const said = element("p");
  said.setAttribute("role", "status");
  const tell: Tell = (text) => (said.textContent = text);
  let sites: Site[] = [];

  const draw = () => {
    const wanted = sites.filter(({ host }) => host.includes(search.value.trim().toLowerCase()));
    list.replaceChildren(...wanted.map((site) => row(site, tell)));
    if (sites.length === 0) list.append(phrase("li", "optionsSitesNone"));
    else if (wanted.length === 0) list.append(phrase("li", "optionsSitesNoMatch"));
    search.hidden = sites.length === 0;
  };
  const refresh = async () => {
    sites = await ask(api, "sites", {});
    draw();
  };
  search.addEventListener("input", draw);
  onKept(() => void refresh());
  api.permissions.onAdded.addListener(() => void refresh());
  api.permissions.onRemoved.addListener(() => void refresh());
  void refresh();

  made.append(phrase("h2", "optionsSites"), phrase("p", "optionsSitesIntro"), addForm(tell), search, list);
  made.append(
    files(() => sites, tell),
    said,
  );
  return made;
}

/** Asks the browser, then turns the site on. Called straight from a click. */
function allow(host: string, mode: Mode, tell: Tell): void {
  void attempt(async () => {
    const granted = await api.permissions.request({ origins: originsOf(host) });
    const done = granted && (await ask(api, "always", { host, mode }));
    tell(say(done ? "alwaysDone" : "alwaysDenied", host));
  }, tell);
}

function addForm(tell: Tell): HTMLElement {
  const form = element("form", "add");
  const field = element("input");
  Object.assign(field, {
    type: "text",
    placeholder: say("optionsAddHint"),
    autocomplete: "off",
    spellcheck: false,
  });
  field.setAttribute("aria-label", say("optionsAdd"));
  const button = phrase("button", "optionsAddButton");
  form.append(field, button);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const host = hostIn(field.value);
    if (!host) return tell(say("optionsBadHost"));
    allow(host, "clean", tell);
    field.value = "";
  });
  return form;
}

function row({ host, mode, permitted }: Site, tell: Tell): HTMLElement {
  const made = element("li");
  made.dataset.host = host;
  const name = element("span", "host");
  name.textContent = host;
  const select = element("select");
  select.setAttribute("aria-label", `${say("optionsMode")}: ${host}`);
  for (const value of ["clean", "reader"] as const) {
    const option = element("option");
    Object.assign(option, { value, selected: value === mode, textContent: say(`optionsMode_${value}`) });
    select.append(option);
  }
  const told = (work: () => Promise<unknown>) => void attempt(work, tell);
  select.addEventListener("change", () =>
    told(() => ask(api, "always", { host, mode: select.value as Mode })),
  );
  const remove = wordButton("optionsRemove", () => told(() => ask(api, "never", { host })));
  remove.setAttribute("aria-label", `${say("optionsRemove")}: ${host}`);
  made.append(name, select, remove);
  if (!permitted) {
    const note = phrase("span", "optionsNeedsPermission", "note");
    made.append(
      note,
      wordButton("optionsAllow", () => allow(host, mode, tell)),
    );
  }
  return made;
}

function files(sites: () => Site[], tell: Tell): HTMLElement {
  const made = element("div", "files");
  const picker = element("input");
  Object.assign(picker, { type: "file", accept: "application/json,.json", hidden: true });
  picker.addEventListener("change", () => void attempt(() => importFrom(picker.files?.[0], tell), tell));
  made.append(
    wordButton("optionsExport", () => exportSites(sites())),
    wordButton("optionsImport", () => picker.click()),
    picker,
  );
  return made;
}

function exportSites(sites: Site[]): void {
  const list: Exported = { plainread: "sites", sites: sites.map(({ host, mode }) => ({ host, mode })) };
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(list, null, 2)], { type: "application/json" }));
  link.download = "plainread-sites.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Wishes only: the browser's permission is asked for each site by its own button. */
async function importFrom(file: File | undefined, tell: Tell): Promise<void> {
  if (!file) return;
  const list = parse(await file.text());
  if (!list) return tell(say("optionsBadFile"));
  await keep(Object.fromEntries(list.map(({ host, mode }) => [`site:${host}`, mode])));
  tell(count("optionsImported", list.length));
}

function parse(text: string): Exported["sites"] | undefined {
  try {
    const given = JSON.parse(text) as Partial<Exported>;
    if (given.plainread !== "sites" || !Array.isArray(given.sites)) return undefined;
    return given.sites
      .filter(({ host }) => typeof host === "string" && isHost(host))
      .map(({ host, mode }) => ({ host, mode: mode === "reader" ? "reader" : "clean" }));
  } catch {
    return undefined;
  }
}
