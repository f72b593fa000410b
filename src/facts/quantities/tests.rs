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
fn shares_and_measures() {
    check(
        "en",
        "Rates are above five and even six per cent, up 0.35%, on 50 kg and a 26-mile run.",
        &[
            ("five", 5.0, "%"),
            ("six per cent", 6.0, "%"),
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
