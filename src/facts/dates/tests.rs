//! Dates of single lines, written as the finder gives them.

use super::find;
use crate::facts::Story;
use crate::facts::document::Document;

/// A Tuesday.
const PUBLISHED: &str = "2019-11-19";

fn dates(lang: &str, published: Option<&str>, text: &str) -> Vec<(String, String)> {
    let (lang, published) = (Some(lang.to_owned()), published.map(str::to_owned));
    let story = Story { text: text.to_owned(), published, lang, ..Story::default() };
    let found = find(&mut Document::of(&story));
    found.into_iter().map(|date| (date.text, date.iso.unwrap_or("?".into()))).collect()
}

fn check(lang: &str, text: &str, expected: &[(&str, &str)]) {
    let found = dates(lang, Some(PUBLISHED), text);
    let found: Vec<(&str, &str)> = found.iter().map(|(text, iso)| (text.as_str(), iso.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn days_with_their_month() {
    check(
        "en",
        "It runs from Wednesday, December 17 2025, until Tuesday, January, 6 2026.",
        &[("from Wednesday, December 17 2025, until Tuesday, January, 6 2026", "2025-12-17/2026-01-06")],
    );
    check(
        "en",
        "The Nov. 9 loss; sentencing is scheduled for Feb. 14.",
        &[("Nov. 9", "2019-11-09"), ("Feb. 14", "2020-02-14")],
    );
    check(
        "en",
        "On 2019-03-12, or 13/03/2019, not 03/04/2019.",
        &[("2019-03-12", "2019-03-12"), ("13/03/2019", "2019-03-13")],
    );
    check(
        "en",
        "The talks of October 18-20 and the 5th of August 2018.",
        &[("October 18-20", "2019-10-18/2019-10-20"), ("5th of August 2018", "2018-08-05")],
    );
    check(
        "en",
        "Since the September 11 attacks they met on Saturday, May 18.",
        &[("September 11", "2001-09-11"), ("Saturday, May 18", "2019-05-18")],
    );
}

#[test]
fn days_in_a_row() {
    check("en", "On Nov. 20 and 21, roads close.", &[("Nov. 20", "2019-11-20"), ("21", "2019-11-21")]);
    check("en", "It runs from Nov. 20 to 24.", &[("Nov. 20 to 24", "2019-11-20/2019-11-24")]);
    check("en", "On Nov. 3 and 12 people later, it shut.", &[("Nov. 3", "2019-11-03")]);
    check("en", "Friday (Nov. 1) was cold.", &[("Friday", "2019-11-01"), ("Nov. 1", "2019-11-01")]);
}

#[test]
fn a_clause_that_opens_with_its_day_looks_where_its_verb_does() {
    check("en", "By Friday, the power was back.", &[("Friday", "2019-11-15")]);
    check("en", "They must pay by Friday.", &[("Friday", "2019-11-22")]);
    check("en", "The fair is this weekend.", &[("this weekend", "2019-11-23/2019-11-24")]);
    check("en", "They marched this weekend.", &[("this weekend", "2019-11-16/2019-11-17")]);
    check("en", "It will be held this weekend.", &[("this weekend", "2019-11-23/2019-11-24")]);
    check("en", "They met the following Friday.", &[]);
}

#[test]
fn weekdays_look_back_unless_the_clause_looks_ahead() {
    check(
        "en",
        "He spoke on Sunday. He will speak on Sunday.",
        &[("Sunday", "2019-11-17"), ("Sunday", "2019-11-24")],
    );
    check(
        "en",
        "Lawmakers will vote, he said on Monday. On Friday, they will vote.",
        &[("Monday", "2019-11-18"), ("Friday", "2019-11-22")],
    );
    check(
        "en",
        "Since last Friday, on Black Friday, the Sunday Times and every Monday.",
        &[("Since last Friday", "2019-11-15")],
    );
}

#[test]
fn what_hangs_on_the_day_of_publication() {
    check(
        "en",
        "Last week, last month, earlier this year and over the weekend.",
        &[
            ("Last week", "2019-W46"),
            ("last month", "2019-10"),
            ("earlier this year", "2019"),
            ("over the weekend", "2019-11-16/2019-11-17"),
        ],
    );
    check(
        "en",
        "Three days ago, in the past six months, the first half of next year.",
        &[
            ("Three days ago", "2019-11-16"),
            ("the past six months", "2019-05/2019-11"),
            ("first half of next year", "2020-01-01/2020-06-30"),
        ],
    );
    check("en", "“We met yesterday,” he said yesterday.", &[("yesterday", "2019-11-18")]);
}

#[test]
fn months_and_years() {
    check(
        "en",
        "In April, by mid-August, last November, since May 2018.",
        &[
            ("April", "2019-04"),
            ("mid-August", "2020-08"),
            ("last November", "2018-11"),
            ("since May 2018", "2018-05"),
        ],
    );
    check(
        "en",
        "Theresa May may march on. In November 2016 he won, by December he ruled.",
        &[("November 2016", "2016-11"), ("December", "2016-12")],
    );
    check(
        "en",
        "The 2016 election, the early 1990s, from 2004 to 2017, but 2000 people, Agenda 2030 and Boeing 2020.",
        &[("2016", "2016"), ("early 1990s", "1990/1993"), ("from 2004 to 2017", "2004/2017")],
    );
}

#[test]
fn decades_and_centuries() {
    check(
        "en",
        "Since the 1800s, in the early ’90s, from the mid-1980s on, the late 1970s.",
        &[
            ("1800s", "1800/1899"),
            ("early ’90s", "1990/1993"),
            ("mid-1980s", "1984/1986"),
            ("late 1970s", "1977/1979"),
        ],
    );
    check("en", "The boys’ 60s chair and the players' 90 goals.", &[]);
}

#[test]
fn stretches_of_days_months_and_years() {
    check("en", "It ran from 10 to 12 October.", &[("10 to 12 October", "2019-10-10/2019-10-12")]);
    check("en", "From March to June sales fell.", &[("From March to June", "2019-03/2019-06")]);
    check(
        "en",
        "He served from 1990 to 1994, and 2001 to 2005.",
        &[("from 1990 to 1994", "1990/1994"), ("2001 to 2005", "2001/2005")],
    );
    check(
        "en",
        "Between April 1 and June 30, 2018, it sold ten cars.",
        &[("Between April 1 and June 30, 2018", "2018-04-01/2018-06-30")],
    );
}

#[test]
fn days_that_other_words_name() {
    check(
        "en",
        "They met on Tuesday last week. This Friday they sing. He fell this Monday, he said.",
        &[("Tuesday last week", "2019-11-12"), ("This Friday", "2019-11-22"), ("this Monday", "2019-11-18")],
    );
    check(
        "en",
        "At Halloween they met, on New Year’s Eve 2017 they sang. The Boxing Day Test was won.",
        &[("Halloween", "2019-10-31"), ("New Year’s Eve 2017", "2017-12-31")],
    );
    check(
        "en",
        "On December 7, 1941, it was attacked. The December 7 attack came by air.",
        &[("December 7, 1941", "1941-12-07"), ("December 7", "1941-12-07")],
    );
}

#[test]
fn months_beside_nouns_and_years_to_come() {
    check(
        "en",
        "He said so in a June report; by 2030 costs will double.",
        &[("June", "2019-06"), ("2030", "2030")],
    );
    check("en", "The May government, the March on Rome and April’s mother.", &[]);
    check(
        "en",
        "Last winter was mild, this winter is not.",
        &[("Last winter", "2018-12-01/2019-02-28"), ("this winter", "2019-12-01/2020-02-29")],
    );
}

#[test]
fn times_take_their_day() {
    check(
        "en",
        "At 6:38 p.m. on Saturday, May 18. They met on Monday. It began at 6am.",
        &[
            ("6:38 p.m. on Saturday, May 18", "2019-05-18T18:38"),
            ("Monday", "2019-11-18"),
            ("6am", "2019-11-18T06:00"),
        ],
    );
    check("en", "It began at 6am.", &[]);
}

#[test]
fn nothing_relative_is_resolved_without_a_day_of_publication() {
    let found = dates("en", None, "On Sunday, in May, last week and on 4 July; in 2018.");
    let open: Vec<&str> = found.iter().filter(|(_, iso)| iso == "?").map(|(text, _)| text.as_str()).collect();
    assert_eq!(open, ["Sunday", "May", "last week", "4 July"]);
}

#[test]
fn german() {
    check(
        "de",
        "Am 3. Mai 2018 und am Montag, den 18. November, um 18.30 Uhr.",
        &[("3. Mai 2018", "2018-05-03"), ("Montag, den 18. November, um 18.30 Uhr", "2019-11-18T18:30")],
    );
    check(
        "de",
        "Vor drei Tagen, seit 2015, im vergangenen Jahr und am Wochenende; am Freitag wird gewählt.",
        &[
            ("Vor drei Tagen", "2019-11-16"),
            ("seit 2015", "2015"),
            ("im vergangenen Jahr", "2018"),
            ("am Wochenende", "2019-11-16/2019-11-17"),
            ("Freitag", "2019-11-22"),
        ],
    );
    check(
        "de",
        "Bis Ende 2020, am 12.03.2019, am Dienstagabend.",
        &[("Bis Ende 2020", "2020"), ("12.03.2019", "2019-03-12"), ("Dienstagabend", "2019-11-19")],
    );
}

#[test]
fn french() {
    check(
        "fr",
        "Le 1er mai 2018, mardi dernier, l’année dernière, il y a trois jours, depuis 2015.",
        &[
            ("1er mai 2018", "2018-05-01"),
            ("mardi dernier", "2019-11-12"),
            ("l’année dernière", "2018"),
            ("il y a trois jours", "2019-11-16"),
            ("depuis 2015", "2015"),
        ],
    );
    check(
        "fr",
        "Lundi 18 novembre à 20 heures, en septembre et fin 2020.",
        &[
            ("Lundi 18 novembre à 20 heures", "2019-11-18T20:00"),
            ("septembre", "2019-09"),
            ("fin 2020", "2020"),
        ],
    );
}

#[test]
fn spanish_italian_portuguese_dutch() {
    check(
        "es",
        "El 5 de mayo de 2018, el pasado viernes, hace tres días, en 2015 y la semana pasada.",
        &[
            ("5 de mayo de 2018", "2018-05-05"),
            ("el pasado viernes", "2019-11-15"),
            ("hace tres días", "2019-11-16"),
            ("2015", "2015"),
            ("la semana pasada", "2019-W46"),
        ],
    );
    check(
        "it",
        "Il 5 maggio 2018, venerdì scorso, tre giorni fa, nel 2015 e l’anno scorso.",
        &[
            ("5 maggio 2018", "2018-05-05"),
            ("venerdì scorso", "2019-11-15"),
            ("tre giorni fa", "2019-11-16"),
            ("2015", "2015"),
            ("l’anno scorso", "2018"),
        ],
    );
    check(
        "pt",
        "Em 5 de maio de 2018, na quinta-feira, há três dias, em 2015 e no ano passado.",
        &[
            ("5 de maio de 2018", "2018-05-05"),
            ("quinta-feira", "2019-11-14"),
            ("há três dias", "2019-11-16"),
            ("2015", "2015"),
            ("no ano passado", "2018"),
        ],
    );
    check(
        "nl",
        "Op 5 mei 2018, afgelopen vrijdag, drie dagen geleden, in 2015 en vorig jaar.",
        &[
            ("5 mei 2018", "2018-05-05"),
            ("afgelopen vrijdag", "2019-11-15"),
            ("drie dagen geleden", "2019-11-16"),
            ("2015", "2015"),
            ("vorig jaar", "2018"),
        ],
    );
}

#[test]
fn what_is_to_come_and_what_is_over() {
    check("en", "It happened on June 11: nobody saw it.", &[("June 11", "2019-06-11")]);
    check("en", "Staff were told the mill was to close in December.", &[("December", "2019-12")]);
    check("en", "The panel to be sworn in on Saturday told of it.", &[("Saturday", "2019-11-23")]);
    let figures = "The figures for the September quarter will be the measure.";
    check("en", figures, &[("September quarter", "2019-Q3")]);
}

#[test]
fn weekends_by_their_days() {
    check(
        "en",
        "It ran over the weekend of 9-10 November and on the weekend of November 16. It rained at the weekend.",
        &[
            ("over the weekend of 9-10 November", "2019-11-09/2019-11-10"),
            ("the weekend of November 16", "2019-11-16/2019-11-17"),
            ("at the weekend", "2019-11-16/2019-11-17"),
        ],
    );
    check(
        "en",
        "They held it on the weekend of November 9 and 10, in preparation for the weekend’s race.",
        &[
            ("the weekend of November 9 and 10", "2019-11-09/2019-11-10"),
            ("the weekend", "2019-11-23/2019-11-24"),
        ],
    );
}

#[test]
fn one_weekday_is_one_day() {
    check(
        "en",
        "He praised the host of Thursday’s debate. On Thursday they will meet.",
        &[("Thursday", "2019-11-21"), ("Thursday", "2019-11-21")],
    );
    check(
        "en",
        "He left on Thursday. On Thursday they will meet.",
        &[("Thursday", "2019-11-14"), ("Thursday", "2019-11-21")],
    );
    check("en", "She is to take over on Jan. 1, says Monday.com of it.", &[("Jan. 1", "2020-01-01")]);
}

#[test]
fn a_time_with_its_zone_belongs_to_the_day_behind() {
    check(
        "en",
        "It was calm all day yesterday. At 1:00am (ACDT) this morning a bus left.",
        &[("yesterday", "2019-11-18"), ("1:00am (ACDT) this morning", "2019-11-19T01:00")],
    );
    check(
        "en",
        "It flew on May 2. It landed at 9:30am local time.",
        &[("May 2", "2019-05-02"), ("9:30am", "2019-05-02T09:30")],
    );
    check("en", "It had flown.\nIt landed at 9:30am. It goes again on May 2.", &[("May 2", "2019-05-02")]);
}

#[test]
fn years_told_before_and_between_words() {
    check(
        "en",
        "She left in 2016. In January of that year he died, and in May that same year he was mourned.",
        &[("2016", "2016"), ("January of that year", "2016-01"), ("May that same year", "2016-05")],
    );
    check("en", "A small 2018 study and a mere 2000 metre run.", &[("2018", "2018")]);
    check(
        "en",
        "It had 5 at year-end 2017. It will have less than forecast in July.",
        &[("year-end 2017", "2017"), ("July", "2019-07")],
    );
    check("en", "He led the town through September’s storms.", &[("September", "2019-09")]);
}

#[test]
fn a_range_of_days_or_months_is_of_one_time() {
    check(
        "en",
        "Between Jan. 5 and Feb. 10 they saw it.",
        &[("Between Jan. 5 and Feb. 10", "2019-01-05/2019-02-10")],
    );
    check("en", "It rained in March and April.", &[("March", "2019-03"), ("April", "2019-04")]);
    check(
        "en",
        "He won in both 1977 and 1987, in 1993, 1997 - his best - and 1999.",
        &[("1977", "1977"), ("1987", "1987"), ("1993", "1993"), ("1997", "1997"), ("1999", "1999")],
    );
}

#[test]
fn today_is_a_day_where_the_story_tells_of_days() {
    check("en", "The court ruled today.", &[("today", "2019-11-19")]);
    check("en", "It is the best tool on the market today. Contact us today!", &[]);
    // A verb further off tells of the day where somebody said something.
    let far = "The council met in the old hall of the town with all its members today.";
    check("en", far, &[]);
    check("en", &format!("{far} It was full, one said."), &[("today", "2019-11-19")]);
    check(
        "en",
        "It opened on Monday. It is free today.",
        &[("Monday", "2019-11-18"), ("today", "2019-11-19")],
    );
    check("en", "It opened on Monday. Today, pupils learn at home.", &[("Monday", "2019-11-18")]);
    check("en", "Today, the council of the town said it would close.", &[("Today", "2019-11-19")]);
}

#[test]
fn an_hour_of_what_was_is_of_no_day_to_come() {
    check("en", "It will rain tomorrow.\nThe door fell in at 3 a.m.", &[("tomorrow", "2019-11-20")]);
    check(
        "en",
        "It rained yesterday.\nThe door fell in at 3 a.m.",
        &[("yesterday", "2019-11-18"), ("3 a.m.", "2019-11-18T03:00")],
    );
}

#[test]
fn quarters_named_after_their_last_month() {
    check("en", "The economy grew in the September quarter.", &[("September quarter", "2019-Q3")]);
    check("en", "It fell in the March quarter of 2018.", &[("March quarter of 2018", "2018-Q1")]);
    check("en", "They will meet in February or March.", &[("February", "2020-02"), ("March", "2020-03")]);
}

#[test]
fn quarters_of_firms_and_of_games() {
    check("en", "Profit rose in the third quarter.", &[("third quarter", "2019-Q3")]);
    check("en", "Sales will fall in the first quarter, it said.", &[("first quarter", "2020-Q1")]);
    check("en", "Curry scored ten points in the fourth quarter.", &[]);
    check("en", "Its profit fell in its fiscal first quarter.", &[]);
    check("en", "Sales may rise in the first quarter of the new year.", &[]);
}

#[test]
fn about_so_many_is_no_year() {
    check("en", "About 2000 pages were released.", &[]);
    check("en", "Prices rose in about 2000.", &[("2000", "2000")]);
    check("en", "By about 2030 costs will double.", &[("2030", "2030")]);
}

#[test]
fn ways_to_write_a_day() {
    check("en", "Update, May 6, 2018: it works.", &[("May 6, 2018", "2018-05-06")]);
    check("en", "It happened on September the 11th.", &[("September the 11th", "2019-09-11")]);
    check("en", "Version 1.8.0 is out.", &[]);
    check(
        "en",
        "They noted that last year it fell below 2005 levels.",
        &[("last year", "2018"), ("2005", "2005")],
    );
    check("en", "Styles of the 1980’s are back.", &[("1980’s", "1980/1989")]);
    check("en", "Twenty-two years ago it was new.", &[("Twenty-two years ago", "1997")]);
    check("de", "Am 12.3.19 war es kalt.", &[("12.3.19", "2019-03-12")]);
}

#[test]
fn what_comes_round_again_is_no_day() {
    check("en", "The fair usually takes place in October.", &[]);
    check(
        "en",
        "The Oct. 7 attacks came. It was dark on Oct. 7, when it began.",
        &[("Oct. 7", "2023-10-07"); 2],
    );
    check("en", "It was dark on Oct. 7, when it began.", &[("Oct. 7", "2019-10-07")]);
    check("en", "It holds to an ambitious 2035 target and a large 2035 box.", &[("2035", "2035")]);
    check("en", "It began on Monday. She is heard weekdays from 6 a.m.", &[("Monday", "2019-11-18")]);
    check("en", "Every year it snows in October. It snowed in May.", &[("May", "2019-05")]);
    check("en", "It has met every week since Monday.", &[("since Monday", "2019-11-18")]);
}

#[test]
fn school_years_are_no_dates() {
    check("en", "In the 2016-17 and 2017-18 school years it fell.", &[]);
    check("en", "It fell in academic year 2016-17.", &[]);
}

#[test]
fn lengths_of_time_are_no_dates() {
    check("en", "He will decide within the next week.", &[]);
    check("en", "It shut in the last week of October.", &[("October", "2019-10")]);
}

#[test]
fn what_decides_which_way_a_date_looks() {
    check("en", "They will have finished this weekend.", &[("this weekend", "2019-11-23/2019-11-24")]);
    check("en", "Until that day in April, he had never seen one.", &[("April", "2019-04")]);
    check("en", "They have to leave in January.", &[("January", "2020-01")]);
    check("en", "They have to boil water since Monday.", &[("since Monday", "2019-11-18")]);
    check(
        "en",
        "They met on Friday. Ahead of Friday's meeting, France spoke.",
        &[("Friday", "2019-11-15"), ("Friday", "2019-11-15")],
    );
}

#[test]
fn from_one_day_to_another() {
    check("en", "It is valid Nov. 24 – Dec. 1.", &[("Nov. 24 – Dec. 1", "2019-11-24/2019-12-01")]);
    check("en", "It is shut Dec. 24 – Jan. 2.", &[("Dec. 24 – Jan. 2", "2019-12-24/2020-01-02")]);
    check("en", "It rained Friday through Sunday.", &[("Friday through Sunday", "2019-11-15/2019-11-17")]);
    check("en", "It runs Friday through Sunday.", &[("Friday through Sunday", "2019-11-22/2019-11-24")]);
    check("en", "It rained from Friday to Monday.", &[("from Friday to Monday", "2019-11-15/2019-11-18")]);
    let moved = [("Nov. 4", "2019-11-04"), ("Nov. 8", "2019-11-08")];
    check("en", "It was moved from Nov. 4 to Nov. 8.", &moved);
}

#[test]
fn feasts_and_years_of_account() {
    check("en", "On the Fourth of July it rained.", &[("Fourth of July", "2019-07-04")]);
    check("en", "In fiscal year 2020, they will grow.", &[("2020", "2020")]);
    check("en", "It sold well at Christmas 2012 and for Christmas.", &[("Christmas 2012", "2012-12-25")]);
}

#[test]
fn a_weekday_that_only_says_what_day_it_was() {
    check("en", "They met on Nov. 6, a Wednesday, in town.", &[("Nov. 6", "2019-11-06")]);
    check("en", "He denied it in a Monday statement.", &[("Monday", "2019-11-18")]);
}

#[test]
fn a_weekend_that_is_only_spoken_of() {
    check("en", "He recapped the weekend.", &[]);
    check("en", "It rained on the weekend.", &[("the weekend", "2019-11-16/2019-11-17")]);
}

#[test]
fn what_follows_a_date_that_was_told() {
    check(
        "en",
        "In 2016 it grew, and the following year it shrank.",
        &[("2016", "2016"), ("the following year", "2017")],
    );
    check(
        "en",
        "It came in December 2016. The following month it left.",
        &[("December 2016", "2016-12"), ("The following month", "2017-01")],
    );
    check(
        "en",
        "It came on 3 May 2016. It went on. All was well. The following year it left.",
        &[("3 May 2016", "2016-05-03")],
    );
    check("en", "It was a good year, and the following month was better.", &[]);
}

#[test]
fn what_is_third_ranked_tells_no_past() {
    check(
        "en",
        "Orr will go on and meet Berg, the town's third-ranked player, in a match on Friday.",
        &[("Friday", "2019-11-22")],
    );
}

#[test]
fn what_happened_once_keeps_its_year() {
    check(
        "en",
        "The riots of July 2017 left ten dead. She was flagged on June 30, before it began on July 8.",
        &[("July 2017", "2017-07"), ("June 30", "2017-06-30"), ("July 8", "2017-07-08")],
    );
    check(
        "en",
        "The riots of July 2017 left ten dead. The trial will open on July 8.",
        &[("July 2017", "2017-07"), ("July 8", "2020-07-08")],
    );
}

#[test]
fn months_in_one_word_and_old_years() {
    check("en", "Profit fell in April-June, the bank said.", &[("April-June", "2019-Q2")]);
    check("en", "He sailed in November-February 2017.", &[("November-February 2017", "2016-11/2017-02")]);
    check("en", "She wrote in an 1821 account of it.", &[("1821", "1821")]);
    check(
        "en",
        "Results come after a hard first quarter of the year.",
        &[("first quarter of the year", "2019-Q1")],
    );
    check(
        "en",
        "Profit fell in the first quarter, the year it had to sell.",
        &[("first quarter", "2019-Q1")],
    );
    check("en", "He told The Mail on Sunday so.", &[]);
}

#[test]
fn a_dateline_with_its_day_says_when_today_was() {
    check(
        "en",
        "ORRIN (Nov 18, 2019): It opens today.",
        &[("Nov 18, 2019", "2019-11-18"), ("today", "2019-11-18")],
    );
    check(
        "en",
        "ORRIN, Nov. 18 (Reuters) - It opens today.",
        &[("Nov. 18", "2019-11-18"), ("today", "2019-11-18")],
    );
    check(
        "en",
        "ORRIN (Nov 3, 2019): It opens today.",
        &[("Nov 3, 2019", "2019-11-03"), ("today", "2019-11-19")],
    );
    check(
        "en",
        "On Nov 18, 2019, it shut: it opens today.",
        &[("Nov 18, 2019", "2019-11-18"), ("today", "2019-11-19")],
    );
    let undated = dates("en", None, "ORRIN (Jan 3, 2011): It opens today.");
    assert_eq!(undated[1], ("today".into(), "2011-01-03".into()));
}

#[test]
fn times_behind_midnight_have_no_day() {
    check(
        "en",
        "One burned at 11.30pm on Monday, and then one at about 1.20am.",
        &[("11.30pm on Monday", "2019-11-18T23:30")],
    );
    check(
        "en",
        "It opens today, followed by a release in January.",
        &[("today", "2019-11-19"), ("January", "2020-01")],
    );
}

#[test]
fn what_is_still_to_come_dates_nothing() {
    check(
        "en",
        "It would go on through 2030, and is up for a vote on Dec. 7.",
        &[("2030", "2030"), ("Dec. 7", "2019-12-07")],
    );
    check(
        "en",
        "They stormed it on Nov. 6, 2017. The judges are hearing it Dec. 8.",
        &[("Nov. 6, 2017", "2017-11-06"), ("Dec. 8", "2019-12-08")],
    );
    check("en", "It ends as planned in December.", &[("December", "2019-12")]);
}

#[test]
fn more_words_that_open_a_time() {
    check("en", "Some came as recently as 2010.", &[("2010", "2010")]);
    check("en", "Starting today, the shop sells them.", &[("today", "2019-11-19")]);
    check(
        "en",
        "It was cut in the December 2007-June 2009 slump.",
        &[("December 2007-June 2009", "2007-12/2009-06")],
    );
}

#[test]
fn what_comes_round_is_told_by_its_year() {
    check("en", "Victims of 2012 floods met those of 2008 riots.", &[("2012", "2012"), ("2008", "2008")]);
    check("en", "The storms set 2000 wildfires.", &[]);
}

#[test]
fn what_could_be_is_ahead() {
    check("en", "The board could start looking in February, it said.", &[("February", "2020-02")]);
    check("en", "He could not be reached in July.", &[("July", "2019-07")]);
}
