//! What a date expression stands for, and how it is written: `2023-04-16`, `2023-W15`, `2018`, `A/B`.

use super::calendar::Day;

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// One day.
    Day(Day),
    /// A day, hour 0..=23, minute.
    Time(Day, i64, i64),
    /// ISO year and week.
    Week(i64, i64),
    /// Year and month 1..=12.
    Month(i64, i64),
    /// Year and quarter 1..=4.
    Quarter(i64, i64),
    /// A year.
    Year(i64),
    /// First and last day.
    Days(Day, Day),
    /// First and last month.
    Months((i64, i64), (i64, i64)),
    /// First and last year.
    Years(i64, i64),
}

impl Value {
    /// The month so many months from that of `day`.
    pub fn month_from(day: Day, months: i64) -> Value {
        let (year, month) = shift_month(day, months);
        Value::Month(year, month)
    }

    /// The week so many weeks from that of `day`.
    pub fn week_from(day: Day, weeks: i64) -> Value {
        let (year, week) = day.plus(7 * weeks).week();
        Value::Week(year, week)
    }

    /// As ISO 8601 writes it.
    pub fn iso(self) -> String {
        match self {
            Value::Day(day) => iso_day(day),
            Value::Time(day, hour, minute) => {
                joined(&iso_day(day), "T", &joined(&two(hour), ":", &two(minute)))
            }
            Value::Week(year, week) => joined(&four(year), "-W", &two(week)),
            Value::Month(year, month) => iso_month(year, month),
            Value::Quarter(year, quarter) => joined(&four(year), "-Q", &quarter.to_string()),
            Value::Year(year) => four(year),
            Value::Days(from, to) => joined(&iso_day(from), "/", &iso_day(to)),
            Value::Months(from, to) => joined(&iso_month(from.0, from.1), "/", &iso_month(to.0, to.1)),
            Value::Years(from, to) => joined(&four(from), "/", &four(to)),
        }
    }

    /// How fine it is.
    pub fn grain(self) -> &'static str {
        match self {
            Value::Day(_) => "day",
            Value::Time(..) => "time",
            Value::Week(..) => "week",
            Value::Month(..) => "month",
            Value::Quarter(..) => "quarter",
            Value::Year(_) => "year",
            Value::Days(..) | Value::Months(..) | Value::Years(..) => "interval",
        }
    }

    /// The day, where it is one.
    pub fn day(self) -> Option<Day> {
        match self {
            Value::Day(day) | Value::Time(day, ..) => Some(day),
            _ => None,
        }
    }
}

/// Year and month so many months from those of `day`.
pub(crate) fn shift_month(day: Day, months: i64) -> (i64, i64) {
    let (year, month, _) = day.civil();
    let count = year * 12 + month - 1 + months;
    (count.div_euclid(12), count.rem_euclid(12) + 1)
}

fn iso_day(day: Day) -> String {
    let (year, month, of_month) = day.civil();
    joined(&iso_month(year, month), "-", &two(of_month))
}

fn iso_month(year: i64, month: i64) -> String {
    joined(&four(year), "-", &two(month))
}

/// A year in four digits at least.
#[inline(never)]
fn four(number: i64) -> String {
    format!("{number:04}")
}

/// A month, day, week, hour or minute in two.
#[inline(never)]
fn two(number: i64) -> String {
    format!("{number:02}")
}

/// Two parts of a date and what stands between them: `format!` is code of its own for every shape.
#[inline(never)]
fn joined(a: &str, mark: &str, b: &str) -> String {
    [a, mark, b].concat()
}
