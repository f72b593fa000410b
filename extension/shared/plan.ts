/** What the core wants done about a page's covers. `src/wire/plan.rs` is the other end and names every field. */

/** How much of the story came. */
export type Delivered = "unsure" | "full" | "preview" | "withheld";

/** One cover, to be told about. */
export interface Found {
  kind:
    | "consent"
    | "paywall"
    | "signUp"
    | "newsletter"
    | "adBlock"
    | "app"
    | "push"
    | "edition"
    | "ageGate"
    | "other";
  /** What speaks for it most: the key of a phrase, and what that is about. */
  sign: string;
  about: string;
  /** False: hidden before. */
  new: boolean;
}

/** One action. `at` is an element's number at capture, `cover` an index into the plan's covers. */
export type PlanStep =
  | { do: "close"; at: number; cover?: number | null }
  | { do: "mark"; at: number; mark: string; cover?: number | null }
  | { do: "drop"; at: number; attribute: string }
  | { do: "dropClass"; at: number; class: string }
  | { do: "insert"; at: number; paragraphs: string[] }
  | { do: "freeScrolling" };

/** The whole plan. */
export interface Plan {
  /** True: capture the page again, node by node; the rest is empty. */
  recapture: boolean;
  /** True: an age check is up; nothing is planned. */
  ageCheck: boolean;
  delivered: Delivered;
  /** What gives a preview away. */
  why?: string | null;
  covers: Found[];
  steps: PlanStep[];
}
