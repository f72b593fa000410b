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
            Value::Time(day, hour, minute) => format!("{}T{hour:02}:{minute:02}", iso_day(day)),
            Value::Week(year, week) => format!("{year:04}-W{week:02}"),
            Value::Month(year, month) => format!("{year:04}-{month:02}"),
            Value::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Value::Year(year) => format!("{year:04}"),
            Value::Days(from, to) => format!("{}/{}", iso_day(from), iso_day(to)),
            Value::Months(from, to) => format!("{:04}-{:02}/{:04}-{:02}", from.0, from.1, to.0, to.1),
            Value::Years(from, to) => format!("{from:04}/{to:04}"),
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
    format!("{year:04}-{month:02}-{of_month:02}")
}
