//! Amounts of single lines.

use super::find;
use crate::facts::Story;
use crate::facts::document::Document;

fn check(lang: &str, text: &str, expected: &[(&str, f64, &str)]) {
    let story = Story { text: text.to_owned(), lang: Some(lang.to_owned()), ..Story::default() };
    let found = find(&mut Document::of(&story));
    let found: Vec<(&str, f64, &str)> =
        found.iter().map(|q| (q.text.as_str(), q.value, q.unit.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn money_of_many_countries() {
    check(
        "en",
        "It paid $5.9 million, HK$13bn, 24$, £17.43 and US$ 5.",
        &[
            ("$5.9 million", 5_900_000.0, "USD"),
            ("HK$13bn", 13e9, "HKD"),
            ("24$", 24.0, "USD"),
            ("£17.43", 17.43, "GBP"),
            ("US$ 5", 5.0, "USD"),
        ],
    );
    check(
        "en",
        "He spent Rs 24 lakh, N500m and 176 Hong Kong dollars, or up to $10.50 an hour.",
        &[
            ("Rs 24 lakh", 2_400_000.0, "INR"),
            ("N500m", 500e6, "NGN"),
            ("176 Hong Kong dollars", 176.0, "HKD"),
            ("up to $10.50 an hour", 10.5, "USD"),
        ],
    );
}

#[test]
fn parts_and_ranges_of_what_is_counted() {
    check("en", "The club for kids aged 5 to 12 opens soon.", &[]);
    check(
        "en",
        "Oil is in 42 out of 64 concrete cells, 8 out of 10 people say.",
        &[("42", 42.0, "cells"), ("64 concrete cells", 64.0, "cells")],
    );
    check(
        "en",
        "It has 20-plus branches and a 15 man crew.",
        &[("20-plus branches", 20.0, "branches"), ("15 man crew", 15.0, "crew")],
    );
    check(
        "en",
        "More than 330 of the resort’s 397 rooms are new.",
        &[("More than 330", 330.0, "rooms"), ("397 rooms", 397.0, "rooms")],
    );
    check(
        "en",
        "They read 191 of the about 250 files, 3,000 pages; it takes 100,000 to 150,000 troops.",
        &[
            ("191", 191.0, "files"),
            ("about 250 files", 250.0, "files"),
            ("3,000 pages", 3000.0, "pages"),
            ("100,000", 100_000.0, "troops"),
            ("150,000 troops", 150_000.0, "troops"),
        ],
    );
    check("en", "The quake of magnitude 6.8 killed many.", &[("magnitude 6.8", 6.8, "magnitude")]);
    let firefighters = [("4,000", 4000.0, "firefighters"), ("5,000 firefighters", 5000.0, "firefighters")];
    check("en", "Between 4,000 and 5,000 firefighters came.", &firefighters);
}

#[test]
fn counts_where_a_line_begins() {
    check("en", "Nobody knew.\nTwelve boats sank.", &[("Twelve boats", 12.0, "boats")]);
}

#[test]
fn people_whom_no_noun_names() {
    check(
        "en",
        "A blast killed 14 and wounded more than 120. The toll from the flood rose to 45, in a crowd of 20,000 there.",
        &[
            ("14", 14.0, "people"),
            ("more than 120", 120.0, "people"),
            ("45", 45.0, "deaths"),
            ("20,000", 20_000.0, "people"),
        ],
    );
}

#[test]
fn numbers_that_names_end_in() {
    check("en", "Kestrel 737 jets flew. The iPod 11 costs little.", &[]);
}

#[test]
fn money_of_the_country_that_is_told_of() {
    check("en", "Police in Manila found 5 million pesos.", &[("5 million pesos", 5e6, "PHP")]);
    check("en", "Police in Mexico found 5 million pesos.", &[("5 million pesos", 5e6, "MXN")]);
    check("en", "In Karachi and Goa, India, it was Rs 500.", &[("Rs 500", 500.0, "INR")]);
    check("en", "In Karachi it was Rs 500.", &[("Rs 500", 500.0, "PKR")]);
}

#[test]
fn units_and_magnitudes_behind_a_hyphen() {
    check(
        "en",
        "A $400-million-a-year trade filled a 250,000-square-foot hall with a 300-metre-long belt, 12m high, and a 35-percent cut.",
        &[
            ("$400-million-a-year", 400e6, "USD"),
            ("250,000-square-foot", 250_000.0, "square foot"),
            ("300-metre-long", 300.0, "metre"),
            ("12m", 12.0, "m"),
            ("35-percent", 35.0, "%"),
        ],
    );
}

#[test]
fn shares_and_measures() {
    check(
        "en",
        "Rates are above five and even six per cent, up 0.35%, on 50 kg and a 26-mile run.",
        &[
            ("five and even six per cent", 5.0, "%"),
            ("five and even six per cent", 6.0, "%"),
            ("0.35%", 0.35, "%"),
            ("50 kg", 50.0, "kg"),
            ("26-mile", 26.0, "mile"),
        ],
    );
}

#[test]
fn counts() {
    check(
        "en",
        "About 120 victims, 39 stolen debit card numbers, Two United States service members.",
        &[
            ("About 120 victims", 120.0, "victims"),
            ("39 stolen debit card numbers", 39.0, "numbers"),
            ("Two United States service members", 2.0, "members"),
        ],
    );
    check(
        "en",
        "They held three of its commanders, half a million people and nearly 150 Indians returned.",
        &[
            ("three of its commanders", 3.0, "commanders"),
            ("half a million people", 500_000.0, "people"),
            ("nearly 150 Indians", 150.0, "Indians"),
        ],
    );
    check(
        "en",
        "It cost three-quarters of a million dollars, and about 2000 pages sold a hundred thousand copies.",
        &[
            ("three-quarters of a million dollars", 750_000.0, "USD"),
            ("about 2000 pages", 2000.0, "pages"),
            ("a hundred thousand copies", 100_000.0, "copies"),
        ],
    );
}

#[test]
fn numbers_that_are_no_amounts() {
    check(
        "en",
        "The Boeing 737 flights, 45-17, the top 10 players, 10 years, 911, the 19th century, Interstate 10, 1784 5348469.",
        &[],
    );
}

#[test]
fn other_languages() {
    check(
        "de",
        "Rund 2.500 Menschen, 5,9 Millionen Euro, 3 Prozent, 2,5 Mrd. Dollar, 25 verletzte Polizisten.",
        &[
            ("Rund 2.500 Menschen", 2500.0, "Menschen"),
            ("5,9 Millionen Euro", 5_900_000.0, "EUR"),
            ("3 Prozent", 3.0, "%"),
            ("2,5 Mrd. Dollar", 2.5e9, "USD"),
            ("25 verletzte Polizisten", 25.0, "Polizisten"),
        ],
    );
    check(
        "fr",
        "Plus de 2 500 personnes, 5,9 millions d’euros, 3 %, environ 120 victimes.",
        &[
            ("Plus de 2 500 personnes", 2500.0, "personnes"),
            ("5,9 millions d’euros", 5_900_000.0, "EUR"),
            ("3 %", 3.0, "%"),
            ("environ 120 victimes", 120.0, "victimes"),
        ],
    );
    check(
        "es",
        "Unas 2.500 personas, 5,9 mil millones de euros, el 3 por ciento, 2 millones de turistas.",
        &[
            ("Unas 2.500 personas", 2500.0, "personas"),
            ("5,9 mil millones de euros", 5.9e9, "EUR"),
            ("3 por ciento", 3.0, "%"),
            ("2 millones de turistas", 2e6, "turistas"),
        ],
    );
    check(
        "it",
        "Circa 2.500 persone, 5,9 miliardi di euro, il 3 per cento.",
        &[
            ("Circa 2.500 persone", 2500.0, "persone"),
            ("5,9 miliardi di euro", 5.9e9, "EUR"),
            ("3 per cento", 3.0, "%"),
        ],
    );
    check(
        "pt",
        "Cerca de 2.500 pessoas, R$ 5,9 milhões, 3% dos casos.",
        &[("Cerca de 2.500 pessoas", 2500.0, "pessoas"), ("R$ 5,9 milhões", 5.9e6, "BRL"), ("3%", 3.0, "%")],
    );
    check(
        "nl",
        "Ruim 2.500 mensen, 5,9 miljoen euro, 3 procent.",
        &[
            ("Ruim 2.500 mensen", 2500.0, "mensen"),
            ("5,9 miljoen euro", 5.9e6, "EUR"),
            ("3 procent", 3.0, "%"),
        ],
    );
}

#[test]
fn those_who_came_to_harm_and_shares() {
    check(
        "en",
        "They counted 14 killed, and at least 120 were injured.",
        &[("14 killed", 14.0, "killed"), ("at least 120 were injured", 120.0, "injured")],
    );
    check("en", "Four out of five jobs went.", &[]);
}

#[test]
fn two_ends_of_a_range_share_sign_unit_and_magnitude() {
    check(
        "en",
        "It costs $10-15 million, £20m to £30m, or between $5 and $10 million for 1.5 to 2 million tonnes.",
        &[
            ("$10-15 million", 10e6, "USD"),
            ("$10-15 million", 15e6, "USD"),
            ("£20m", 20e6, "GBP"),
            ("£30m", 30e6, "GBP"),
            ("$5 and $10 million", 5e6, "USD"),
            ("$5 and $10 million", 10e6, "USD"),
            ("1.5 to 2 million tonnes", 1.5e6, "tonnes"),
            ("1.5 to 2 million tonnes", 2e6, "tonnes"),
        ],
    );
}

#[test]
fn letters_and_signs_of_many_papers() {
    check(
        "en",
        "Rs24,000, N1,200.50, R150,000, KSh2,000, $A8,800, $US1.5 million, N$40, 3.5tn won, 3 million pounds.",
        &[
            ("Rs24,000", 24_000.0, "INR"),
            ("N1,200.50", 1200.5, "NGN"),
            ("R150,000", 150_000.0, "ZAR"),
            ("KSh2,000", 2000.0, "KES"),
            ("$A8,800", 8800.0, "AUD"),
            ("$US1.5 million", 1.5e6, "USD"),
            ("N$40", 40.0, "NAD"),
            ("3.5tn won", 3.5e12, "KRW"),
            ("3 million pounds", 3e6, "GBP"),
        ],
    );
    check(
        "en",
        "Two million pounds of beef, COP28, R2, and 1.2 million won the vote.",
        &[("Two million pounds", 2e6, "pounds")],
    );
}

#[test]
fn warmth_and_height() {
    check(
        "en",
        "She is 5ft 6in tall and holds an iPhone 5C. It was -12°C at night and 38C by noon, about 100F.",
        &[("5ft 6in", 5.5, "ft"), ("-12°C", -12.0, "°C"), ("38C", 38.0, "C"), ("about 100F", 100.0, "F")],
    );
}

#[test]
fn a_large_number_counts_what_the_one_before_counts() {
    check(
        "en",
        "It has 4,500 branches, including about 3,700 in the north. It sold 2,100 in May.",
        &[("4,500 branches", 4500.0, "branches"), ("about 3,700", 3700.0, "branches")],
    );
    check("en", "Some 1 in 5 workers left.", &[]);
}

#[test]
fn the_last_of_two_plurals_is_counted() {
    check("en", "Some 20 police officers came.", &[("Some 20 police officers", 20.0, "officers")]);
    check("en", "It grew from a field with 30 cows to 15,000 overnight.", &[("30 cows", 30.0, "cows")]);
    check("en", "She said 2001 brought many people grief.", &[]);
    check(
        "en",
        "It made $5 million a year ago, and $7 an hour.",
        &[("$5 million", 5e6, "USD"), ("$7 an hour", 7.0, "USD")],
    );
}

#[test]
fn hundreds_in_words_and_people_who_came_to_harm() {
    check("en", "Two hundred and thirty canoes left.", &[("Two hundred and thirty canoes", 230.0, "canoes")]);
    check(
        "en",
        "It mourned the more than 220 people killed there; 34 were injured.",
        &[("more than 220 people", 220.0, "people"), ("34 were injured", 34.0, "injured")],
    );
    check("en", "The first of 30 films had a cast of over 2,000.", &[("30 films", 30.0, "films")]);
}

#[test]
fn so_many_of_ten_is_a_share() {
    check(
        "en",
        "Nearly eight of 10 voters agree; two of the 10 voters left.",
        &[("10 voters", 10.0, "voters")],
    );
}

#[test]
fn models_and_ends_of_lines() {
    check(
        "en",
        "The 450 Zephyr jets flew for the 300 Dutch troops.",
        &[("300 Dutch troops", 300.0, "troops")],
    );
    check(
        "en",
        "A bomb went off, killing 14.\nThe death toll rose to 47.\n",
        &[("14", 14.0, "people"), ("47", 47.0, "deaths")],
    );
}

#[test]
fn a_count_behind_a_date() {
    let story = Story { text: "On Monday 12 people left. Monday 13 left.".to_owned(), ..Story::default() };
    let mut document = Document::of(&story);
    crate::facts::dates::find(&mut document);
    let found: Vec<String> = find(&mut document).into_iter().map(|quantity| quantity.text).collect();
    assert_eq!(found, ["12 people"]);
}

#[test]
fn rates_that_hang_on_a_magnitude() {
    check("en", "A more than $7 billion-a-year trade.", &[("more than $7 billion-a-year", 7e9, "USD")]);
    check("en", "The 4.9 million bbl. of oil.", &[("4.9 million bbl", 4.9e6, "bbl")]);
    check("en", "The 20-largest banks met.", &[]);
}

#[test]
fn bounded_measures_and_more_who_came_to_harm() {
    check("en", "Hail over two inches fell. He is two feet away.", &[("over two inches", 2.0, "inches")]);
    check(
        "en",
        "It killed 1,200 people and about 250 were taken hostage, and wounded about 9,000 others.",
        &[
            ("1,200 people", 1200.0, "people"),
            ("about 250 were taken hostage", 250.0, "hostage"),
            ("about 9,000", 9000.0, "people"),
        ],
    );
}

#[test]
fn letters_in_the_plural_and_things_of_a_size() {
    check(
        "en",
        "It sold 450 TVs, half-a-dozen boats and four 20-foot containers.",
        &[
            ("450 TVs", 450.0, "TVs"),
            ("half-a-dozen boats", 6.0, "boats"),
            ("four 20-foot containers", 4.0, "containers"),
        ],
    );
}

#[test]
fn rupees_are_those_of_the_land_told_of_most() {
    check("en", "In Karachi, a Pakistani bank, once of Goa, paid Rs10.6 each.", &[("Rs10.6", 10.6, "PKR")]);
    check("en", "In Mumbai and Delhi, not in Karachi, it cost Rs500.", &[("Rs500", 500.0, "INR")]);
}

#[test]
fn small_counts_of_things_but_not_of_the_texts_own_parts() {
    let lead = "One. Two. Three. ";
    let text = format!("{lead}He took eight rifles, two hats and four phones.");
    check("en", &text, &[("eight rifles", 8.0, "rifles"), ("four phones", 4.0, "phones")]);
    check("en", &format!("{lead}Here are eight ways. These five pears have six aspects."), &[]);
}

#[test]
fn two_words_that_say_more_of_one_noun() {
    check(
        "en",
        "It sold 5,000 laptop and desktop computers.",
        &[("5,000 laptop and desktop computers", 5000.0, "computers")],
    );
    check("en", "They stole Dh730,000.", &[("Dh730,000", 730_000.0, "AED")]);
}

#[test]
fn members_ages_and_numbers_of() {
    check("en", "A three-member bench met.", &[("three-member", 3.0, "member")]);
    check(
        "en",
        "The 170 million-year-old tracks lie there.",
        &[("170 million-year-old", 170e6, "years old")],
    );
    check(
        "en",
        "It raises the number of refugees from 85,000 in 2016 to 110,000 next year.",
        &[("85,000", 85_000.0, "refugees"), ("110,000", 110_000.0, "refugees")],
    );
    check("en", "The number of cases rose in 2019 to four of them.", &[]);
    check(
        "en",
        "It met one and a half million people.",
        &[("one and a half million people", 1.5e6, "people")],
    );
    check("en", "It covers 180 sq km.", &[("180 sq km", 180.0, "sq km")]);
}

#[test]
fn money_grouped_by_spaces() {
    check("en", "He stole $102 143.75 of it.", &[("$102 143.75", 102_143.75, "USD")]);
    check("en", "She posted $40 000 bail.", &[("$40 000", 40_000.0, "USD")]);
    check("en", "It costs $700 118 times.", &[("$700", 700.0, "USD")]);
}

#[test]
fn people_whom_no_noun_of_theirs_names() {
    check(
        "en",
        "A family of five and three others left.",
        &[("family of five", 5.0, "people"), ("three others", 3.0, "others")],
    );
    check("en", "She and two others left.", &[]);
    check("en", "It helps 600+ small schools.", &[("600+ small schools", 600.0, "schools")]);
}

#[test]
fn sentences_of_courts_and_how_often() {
    check(
        "en",
        "He got 20 years in prison and six months behind bars, and waited 5 years in the town.",
        &[("20 years in prison", 20.0, "years"), ("six months behind bars", 6.0, "months")],
    );
    check("en", "She played 116 times, and won 3 times in Rome.", &[("116 times", 116.0, "times")]);
    check(
        "en",
        "She is one of 10 marchers, as eight of 10 voters said.",
        &[("10 marchers", 10.0, "marchers")],
    );
    check(
        "en",
        "It cost $63,000 USD or $84,000 CAD.",
        &[("$63,000 USD", 63000.0, "USD"), ("$84,000 CAD", 84000.0, "CAD")],
    );
}
