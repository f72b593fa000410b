//! The story's dates as a timeline: equal ones told once, earliest first.
//!
//! In: dates as facts give them, best first. Out: the best entries, then the others, ordered by the day they begin; what
//! could not be resolved comes last, in the order of the story.

use crate::facts::Date;
use crate::order;

/// A point or stretch of time, with every sentence that speaks of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moment<'a> {
    /// The best of the dates that are equal: one that says itself when it is, before one that hangs on another.
    pub date: &'a Date,
    /// In the order of the story, each once.
    pub sentences: Vec<u32>,
}

/// The `most` best moments, then the others; both in order of time.
pub(super) fn moments(dates: &[Date], most: usize) -> Vec<Moment<'_>> {
    let mut moments: Vec<Moment<'_>> = Vec::new();
    for date in dates {
        match moments.iter_mut().find(|m| is_same(m.date, date)) {
            Some(moment) => moment.add(date),
            None => moments.push(Moment { date, sentences: vec![date.at.sentence] }),
        }
    }
    for moment in &mut moments {
        order::sort(&mut moment.sentences);
        moment.sentences.dedup();
    }
    let most = most.min(moments.len());
    let (best, others) = moments.split_at_mut(most);
    for part in [best, others] {
        order::sort_by_key(part, |m| (m.date.iso.as_deref().map_or(LAST, begin), m.date.at.start));
    }
    moments
}

impl<'a> Moment<'a> {
    fn add(&mut self, date: &'a Date) {
        self.sentences.push(date.at.sentence);
        if self.date.relative && !date.relative {
            self.date = date;
        }
    }
}

/// The same time; where that is unknown, the same words.
fn is_same(a: &Date, b: &Date) -> bool {
    match (&a.iso, &b.iso) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.text.eq_ignore_ascii_case(&b.text),
        _ => false,
    }
}

/// When a time begins: year, day of the year, minute of the day. Day 0: the year as a whole. Source: [`Date::iso`].
type Begin = (i32, i32, i32);

/// Behind everything that could be resolved.
const LAST: Begin = (i32::MAX, 0, 0);

/// Days before each month; a leap year's day more changes no order.
const BEFORE_MONTH: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

fn begin(iso: &str) -> Begin {
    let first = iso.split('/').next().unwrap_or(iso);
    let (day, time) = first.split_once('T').unwrap_or((first, ""));
    let mut parts = day.splitn(3, '-');
    let Some(year) = parts.next().and_then(|y| y.parse().ok()) else { return LAST };
    (year, day_of_year(parts.next().unwrap_or(""), parts.next()), minute(time))
}

/// `part` is a month, `Www` or `Qn`.
fn day_of_year(part: &str, day: Option<&str>) -> i32 {
    let number = |text: &str| text.parse::<i32>().unwrap_or(0);
    if let Some(week) = part.strip_prefix('W') {
        return (number(week) - 1) * 7 + 1;
    }
    let month = part.strip_prefix('Q').map_or_else(|| number(part), |quarter| number(quarter) * 3 - 2);
    let before = usize::try_from(month - 1).ok().and_then(|m| BEFORE_MONTH.get(m));
    before.map_or(0, |before| before + day.map_or(0, number))
}

/// `hh:mm`, and whatever follows; 0 where no time is told.
fn minute(time: &str) -> i32 {
    let mut parts =
        time.split(':').map(|part| part.get(..2).and_then(|p| p.parse::<i32>().ok()).unwrap_or(0));
    parts.next().unwrap_or(0) * 60 + parts.next().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Anchor;

    /// Each date is "text=iso" ("text=" unresolved, "~text=iso" relative), in sentences 0, 1, 2 …
    fn dates(given: &[&str]) -> Vec<Date> {
        let made = given.iter().enumerate().map(|(i, one)| {
            let (text, iso) = one.split_once('=').expect("text=iso");
            let at = Anchor { sentence: i as u32, start: i as u32 * 10, end: i as u32 * 10 + 5 };
            let iso = (!iso.is_empty()).then(|| iso.to_owned());
            let text = text.trim_start_matches('~').to_owned();
            Date { text, iso, relative: one.starts_with('~'), at, ..Date::default() }
        });
        made.collect()
    }

    /// Shown as "text sentences".
    #[track_caller]
    fn check(given: &[&str], most: usize, expected: &[&str]) {
        let dates = dates(given);
        let show = |m: &Moment<'_>| format!("{} {:?}", m.date.text, m.sentences);
        assert_eq!(moments(&dates, most).iter().take(most).map(show).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn earliest_first_whatever_the_grain() {
        check(
            &["May=2026-05", "2026=2026", "~week=2026-W10", "4 May=2026-05-04", "Q2=2026-Q2", "1999=1999"],
            9,
            &["1999 [5]", "2026 [1]", "week [2]", "Q2 [4]", "May [0]", "4 May [3]"],
        );
        check(&["six=2026-05-04T18:00", "noon=2026-05-04T12:00+02:00"], 9, &["noon [1]", "six [0]"]);
        check(&["b=2026-05-02/2026-05-09", "a=2026-05-01"], 9, &["a [1]", "b [0]"]);
    }

    #[test]
    fn equal_dates_are_one_and_the_plainest_speaks() {
        check(&["~Monday=2026-05-04", "4 May=2026-05-04", "~then=2026-05-04"], 9, &["4 May [0, 1, 2]"]);
        check(&["one day=", "One day=", "soon="], 9, &["one day [0, 1]", "soon [2]"]);
    }

    #[test]
    fn what_is_unresolved_comes_last_and_the_least_stay_out() {
        check(&["soon=", "2026=2026"], 9, &["2026 [1]", "soon [0]"]);
        check(&["2026=2026", "1999=1999", "2001=2001"], 2, &["1999 [1]", "2026 [0]"]);
        assert_eq!(moments(&dates(&["2026=2026", "1999=1999", "2001=2001"]), 2)[2].date.text, "2001");
    }
}
