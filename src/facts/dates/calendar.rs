//! Days of the Gregorian calendar, and nothing else: no clock, no time zone.
//!
//! Source of the arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms" (public domain).

/// A day. Units: days since 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub i64);

/// Days in 400 years.
const ERA: i64 = 146_097;
/// From 0000-03-01 to 1970-01-01. Units: days.
const EPOCH: i64 = 719_468;

impl Day {
    /// None: no such day, or a year of more than four digits.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Day> {
        let exists = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        if !exists || day > days_in_month(year, month) {
            return None;
        }
        let year = if month <= 2 { year - 1 } else { year };
        let of_era = year.rem_euclid(400);
        let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        let day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        Some(Day(year.div_euclid(400) * ERA + day_of_era - EPOCH))
    }

    /// Reads `YYYY-MM-DD`; what follows is not read.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.get(..10)?.split('-').map(|part| part.parse::<i64>().ok());
        Day::new(parts.next()??, parts.next()??, parts.next()??)
    }

    /// Year, month 1..=12, day 1..=31.
    pub fn civil(self) -> (i64, i64, i64) {
        let shifted = self.0 + EPOCH;
        let era_day = shifted.rem_euclid(ERA);
        let of_era = (era_day - era_day / 1460 + era_day / 36_524 - era_day / 146_096) / 365;
        let of_year = era_day - (365 * of_era + of_era / 4 - of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = of_era + shifted.div_euclid(ERA) * 400 + i64::from(month <= 2);
        (year, month, day)
    }

    /// The year.
    pub fn year(self) -> i64 {
        self.civil().0
    }

    /// Monday 0 … Sunday 6.
    pub fn weekday(self) -> i64 {
        (self.0 + 3).rem_euclid(7)
    }

    /// So many days on.
    pub fn plus(self, days: i64) -> Day {
        Day(self.0 + days)
    }

    /// Year and week of ISO 8601.
    pub fn week(self) -> (i64, i64) {
        let thursday = self.plus(3 - self.weekday());
        let new_year = Day::new(thursday.year(), 1, 1).unwrap_or_default();
        (thursday.year(), (thursday.0 - new_year.0) / 7 + 1)
    }
}

/// Days in a month 1..=12.
pub(crate) fn days_in_month(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, weekday: i64, week: (i64, i64)) {
        let day = Day::parse(text).expect("a day");
        let (year, month, of_month) = day.civil();
        assert_eq!(format!("{year:04}-{month:02}-{of_month:02}"), text);
        assert_eq!((day.weekday(), day.week()), (weekday, week), "{text}");
    }

    #[test]
    fn days_there_and_back() {
        check("1970-01-01", 3, (1970, 1));
        check("2000-02-29", 1, (2000, 9));
        check("2021-01-03", 6, (2020, 53));
        check("1889-04-20", 5, (1889, 16));
    }

    #[test]
    fn days_that_do_not_exist() {
        let wrong = ["2019-02-29", "2019-13-01", "2019-00-10", "20190-1-1", "2019-1", "é019-01-01é", ""];
        assert!(wrong.iter().all(|text| Day::parse(text).is_none()));
    }
}
