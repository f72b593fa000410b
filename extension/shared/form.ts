/** The form for the settings, the same in the reader and on the options page. Every change counts at once. */

import { element, phrase, wordButton } from "./dom.ts";
import { CHOICES, DEFAULTS, RANGES, type Settings } from "./settings.ts";
import { locale, say } from "./words.ts";

/** Settings of one kind of value. */
type Of<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];
type Choice = keyof typeof CHOICES;
type Range = Exclude<keyof typeof RANGES, "rate">;

const RANGE_ROWS: Range[] = ["size", "width", "lineHeight", "letterSpacing", "wordSpacing"];
const CHECK_ROWS: [Of<boolean>, string][] = [
  ["justify", "justify"],
  ["images", "images"],
  ["facts", "showFacts"],
  ["marks", "factsMarks"],
];

/** Fills `parent` with the form; `change` hears of every change. */
export function settingsForm(
  parent: HTMLElement,
  settings: Settings,
  change: (part: Partial<Settings>) => void,
): void {
  const set = <K extends keyof Settings>(key: K, value: Settings[K]) => {
    settings[key] = value;
    change({ [key]: value } as unknown as Partial<Settings>);
  };
  parent.append(
    choices("theme", "theme", settings, set),
    choices("font", "font", settings, set),
    ...RANGE_ROWS.map((key) => range(key, settings, set)),
    ...CHECK_ROWS.map(([key, name]) => check(key, name, settings, set)),
    choices("factsSide", "factsSide", settings, set),
    wordButton("reset", () => {
      const { rate, voice } = settings;
      Object.assign(settings, DEFAULTS, { rate, voice });
      parent.replaceChildren();
      settingsForm(parent, settings, change);
      change(settings);
      parent.querySelector<HTMLElement>("[data-name='reset']")?.focus();
    }),
  );
}

type Setter = <K extends keyof Settings>(key: K, value: Settings[K]) => void;

function choices(key: Choice, title: string, settings: Settings, set: Setter): HTMLElement {
  const group = element("fieldset", "form-part");
  const list = element("div", "choices");
  list.dataset.of = key;
  for (const value of CHOICES[key]) {
    const label = element("label");
    label.dataset[key] = value;
    const input = element("input");
    Object.assign(input, { type: "radio", name: key, value, checked: settings[key] === value });
    input.addEventListener("change", () => set(key, value));
    label.append(input, say(`${key}_${value}`));
    list.append(label);
  }
  group.append(phrase("legend", title), list);
  return group;
}

function range(key: Range, settings: Settings, set: Setter): HTMLElement {
  const [min, max, step] = RANGES[key];
  const row = element("label", "row");
  const input = element("input");
  Object.assign(input, { type: "range", min, max, step, name: key });
  input.value = String(settings[key]);
  const seen = element("span", "value");
  seen.setAttribute("aria-hidden", "true");
  const tell = () => {
    seen.textContent = shown(Number(input.value));
    input.setAttribute("aria-valuetext", seen.textContent);
  };
  input.addEventListener("input", () => {
    set(key, Number(input.value));
    tell();
  });
  tell();
  row.append(phrase("span", key), input, seen);
  return row;
}

function check(key: Of<boolean>, name: string, settings: Settings, set: Setter): HTMLElement {
  const row = element("label", "row");
  const input = element("input");
  Object.assign(input, { type: "checkbox", name: key, checked: settings[key] });
  input.addEventListener("change", () => set(key, input.checked));
  row.append(phrase("span", name), input);
  return row;
}

function shown(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);
}
