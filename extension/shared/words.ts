/** The interface's words, in the person's language. */

import { api } from "./api.ts";

/** The language the words are in. BCP 47. The browser's own may be one they do not exist in. */
export function language(): string {
  return api.i18n.getMessage("wordsLanguage");
}

/** How the person writes dates and numbers: their own variety of the interface's language. BCP 47. */
export function locale(): string {
  const [own = ""] = language().split("-");
  return navigator.languages.find((one) => one.split("-")[0] === own) ?? language();
}

/** "rtl" where the interface runs right to left. */
export function direction(): "ltr" | "rtl" {
  return api.i18n.getMessage("wordsDirection") === "rtl" ? "rtl" : "ltr";
}

/** A phrase by its key. A key nobody wrote shows as itself, so that a test finds it. */
export function say(key: string, ...about: (string | number)[]): string {
  return api.i18n.getMessage(key, about.map(show)) || key;
}

/** A phrase about a number: the key's `_one`, `_few`, … as the language counts, `_other` where it has no such form. */
export function count(key: string, n: number): string {
  const form = new Intl.PluralRules(language()).select(n);
  return api.i18n.getMessage(`${key}_${form}`, [show(n)]) || say(`${key}_other`, n);
}

/** A phrase as a sentence of its own. */
export function sentence(text: string): string {
  const stop = /^(ja|zh)/.test(language()) ? "。" : ".";
  return text.charAt(0).toLocaleUpperCase() + text.slice(1) + stop;
}

function show(about: string | number): string {
  const number = typeof about === "number" ? about : /^\d{1,15}$/.test(about) ? Number(about) : null;
  return number === null ? String(about) : new Intl.NumberFormat(locale()).format(number);
}

/**
 * A date of ISO 8601, whole or in part, as the person writes dates. With an offset it is a moment and shown in the
 * person's own time; without, it is shown as it stands.
 */
export function dateText(iso: string): string {
  const parts =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(iso);
  if (!parts) return stretchText(iso) ?? iso;
  const [, year = "", month, day, hour, minute, offset] = parts;
  if (!month) return year;
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long" };
  if (day) options.day = "numeric";
  if (hour) Object.assign(options, { hour: "numeric", minute: "2-digit" });
  if (!offset) options.timeZone = "UTC";
  const moment = new Date(
    offset ? iso : `${year}-${month}-${day ?? "01"}T${hour ?? "00"}:${minute ?? "00"}:00Z`,
  );
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), options).format(moment);
}

/** A week (`2026-W11`) or a quarter (`2026-Q2`), from its first day or month to its last. None: another form. */
function stretchText(iso: string): string | undefined {
  const [, year, letter, number] = /^(\d{4})-([QW])(\d\d?)$/.exec(iso) ?? [];
  if (!letter) return undefined;
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  if (letter === "W") options.day = "numeric";
  const [first, last] =
    letter === "W" ? weekOf(Number(year), Number(number)) : quarterOf(Number(year), Number(number));
  return new Intl.DateTimeFormat(locale(), options).formatRange(first, last);
}

/** Monday and Sunday. The week that holds 4 January is the year's first. Source: ISO 8601. */
function weekOf(year: number, week: number): [Date, Date] {
  const weekday = (new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7;
  const monday = 4 - weekday + (week - 1) * 7;
  return [new Date(Date.UTC(year, 0, monday)), new Date(Date.UTC(year, 0, monday + 6))];
}

function quarterOf(year: number, quarter: number): [Date, Date] {
  return [new Date(Date.UTC(year, quarter * 3 - 3)), new Date(Date.UTC(year, quarter * 3 - 1))];
}
