//! Names found in a few sentences: what must be one, what must be none.

use super::*;
use crate::facts::Story;

fn check(text: &str, people: &[&str], organisations: &[&str], places: &[&str]) {
    let story = Story { text: text.to_owned(), ..Story::default() };
    let document = Document::of(&story);
    let names = find(&document);
    let of = |kind: Kind| -> Vec<&str> {
        let named = names.all.iter().filter(|named| named.kind == kind);
        named.map(|named| document.tokens.slice(named.full.first, named.full.end)).collect()
    };
    assert_eq!(of(Kind::Person), people, "people of {text:?}");
    assert_eq!(of(Kind::Organisation), organisations, "organisations of {text:?}");
    assert_eq!(of(Kind::Place), places, "places of {text:?}");
}

#[test]
fn titles_and_roles_are_cut_off() {
    check("He met US President Donald Trump.", &["Donald Trump"], &[], &[]);
    check("Then Google CEO Sundar Pichai spoke.", &["Sundar Pichai"], &["Google"], &[]);
    check("Mr. Mugabe left Zimbabwe.", &["Mugabe"], &[], &["Zimbabwe"]);
    check("Secretary of State John Kerry flew home.", &["John Kerry"], &[], &[]);
}

#[test]
fn bodies_stay_whole() {
    check(
        "The U.S. Securities and Exchange Commission (SEC) sued. The SEC won.",
        &[],
        &["U.S. Securities and Exchange Commission"],
        &[],
    );
    check(
        "She works for the Department of Health and Human Services.",
        &[],
        &["Department of Health and Human Services"],
        &[],
    );
    check(
        "He joined American Airlines and the Justice Department.",
        &[],
        &["American Airlines", "Justice Department"],
        &[],
    );
    check("China's People's Liberation Army marched.", &[], &["People's Liberation Army"], &["China"]);
}

#[test]
fn one_thing_is_one_entry() {
    check("Li Shangfu, the minister, spoke. Later Li said it again.", &["Li Shangfu"], &[], &[]);
    check("The United States agreed. The US will pay, the U.S. said.", &[], &[], &["United States"]);
    check("Donald J. Trump won. Donald Trump spoke. Trump left.", &["Donald J. Trump"], &[], &[]);
}

#[test]
fn people_are_cut_out_of_what_stands_before_them() {
    check("He heard that Happy Hillary Clinton lost.", &["Hillary Clinton"], &[], &[]);
    check(
        "On Monday Pat Carlineo left. Later Patrick W. Carlineo Jr. came.",
        &["Patrick W. Carlineo Jr."],
        &[],
        &[],
    );
    check("They watched Russian TV and the Veterans Affairs show.", &[], &[], &[]);
}

#[test]
fn places_need_a_list_or_a_preposition() {
    check("A shop in Bhatinda burned.", &[], &[], &["Bhatinda"]);
    check("He died in Springfield, Ohio.", &[], &[], &["Springfield", "Ohio"]);
    check("They sailed from St Vincent and the Grenadines.", &[], &[], &["St Vincent and the Grenadines"]);
}

#[test]
fn plain_words_and_things_are_no_names() {
    check(
        "However, Christmas is near. Critics disagree. British voters like the BMW-sized iPhone.",
        &[],
        &[],
        &[],
    );
    check("They used Forest Regression, said Dr. Mary Smith.", &["Mary Smith"], &[], &[]);
    check("Apparently Nothing Helps Against Headlines In This Style", &[], &[], &[]);
    check("", &[], &[], &[]);
}

#[test]
fn mentions_are_in_order_and_apart() {
    let text = "On the same day Google CEO Sundar Pichai met Tim Cook, Apple's CEO, in Paris. Later Pichai and Cook left the city for Apple Park in California.";
    let story = Story { text: text.to_owned(), ..Story::default() };
    let names = find(&Document::of(&story));
    assert!(names.mentions.len() > 6, "{names:?}");
    assert!(names.mentions.windows(2).all(|pair| pair[0].0.end <= pair[1].0.first));
}

#[test]
fn other_languages_give_what_capitals_carry() {
    let people_of = |lang: &str, text: &str| -> Vec<String> {
        let story = Story { text: text.to_owned(), lang: Some(lang.to_owned()), ..Story::default() };
        let document = Document::of(&story);
        let names = find(&document);
        names.all.iter().map(|n| document.tokens.slice(n.full.first, n.full.end).to_owned()).collect()
    };
    let german = "Bundeskanzlerin Angela Merkel hat in Berlin mit dem Minister über den Haushalt gesprochen, sagte Olaf Scholz der Zeitung.";
    assert_eq!(people_of("de", german), ["Angela Merkel", "Berlin", "Olaf Scholz"]);
    let french = "Le président Emmanuel Macron a reçu Dominique de Villepin à Paris.";
    assert_eq!(people_of("fr", french), ["Emmanuel Macron", "Dominique de Villepin", "Paris"]);
}

#[test]
fn teams_divisions_and_works_are_no_places() {
    check("Western Oregon rolled past Northern Idaho, 45-17, in the West Division.", &[], &[], &[]);
    check("The fire crossed roads in Western Oregon overnight.", &[], &[], &["Western Oregon"]);
    check("She reviewed it for Oxford magazine and saw the Houston musical.", &[], &[], &[]);
}

#[test]
fn an_airport_by_its_short_name_is_the_airport() {
    check(
        "Workers walked out at Boston Kestrel International Airport. The Boston Kestrel airport stayed open.",
        &[],
        &[],
        &["Boston Kestrel International Airport"],
    );
}

#[test]
fn half_names_works_and_events_are_no_people() {
    check("Rep. Robert C. “Bobby” Marlow won.", &[], &[], &[]);
    check("They won at the GDUSA Design Awards and read up on Foreign Relations.", &[], &[], &[]);
    check("Larry King Now is a show, written in Rust, not in Python.", &[], &[], &[]);
    check(
        "She met Ann Moor. He walked across the park in Forest Hill.",
        &["Ann Moor"],
        &[],
        &["Forest Hill"],
    );
}

#[test]
fn a_person_the_story_names_is_cut_out_of_what_stands_before_her() {
    check("He saw Alicia Machado, and Miss Universe Alicia Machado saw him.", &["Alicia Machado"], &[], &[]);
    check(
        "“I will,” Said Ellis. Ryan Ellis, a tax consultant, left with Ryan Ellis’s brother.",
        &["Ryan Ellis"],
        &[],
        &[],
    );
}

#[test]
fn an_acronym_behind_a_name_says_how_long_it_is() {
    check(
        "The Federation of Master Brewers (FMB) said so. Agents of U.S. Coast and Harbour Protection (CHP) came.",
        &[],
        &["Federation of Master Brewers", "U.S. Coast and Harbour Protection"],
        &[],
    );
}

#[test]
fn nations_and_roles_belong_to_the_name_of_a_body() {
    check(
        "The Australian Bureau of Statistics agrees with the Department of Justice.",
        &[],
        &["Australian Bureau of Statistics", "Department of Justice"],
        &[],
    );
    check("Foreign Affairs Minister Alexander Orr spoke.", &["Alexander Orr"], &[], &[]);
    check("It was made by MDRC, a research organisation.", &[], &["MDRC"], &[]);
}

#[test]
fn family_names_that_are_roles_places_or_companies() {
    check("She saw Gayle King. Later King left.", &["Gayle King"], &[], &[]);
    check("Debbie Meadows came. Then Congressman Meadows left.", &["Debbie Meadows"], &[], &[]);
    check(
        "Mr Ford called. President Gerald Ford was at home, and Ford was glad.",
        &["Gerald Ford"],
        &[],
        &[],
    );
    check("The shares of Ford fell. Ford shares are cheap.", &[], &["Ford"], &[]);
}

#[test]
fn places_in_a_row() {
    check(
        "It spread in Cambridge and Dunmore in Massachusetts. Ann Lee, 34, of Orrinton, saw it.",
        &["Ann Lee"],
        &[],
        &["Cambridge", "Dunmore", "Massachusetts", "Orrinton"],
    );
    check("It speaks for Orrin, Rogers and Dunmore counties.", &[], &[], &["Orrin", "Rogers", "Dunmore"]);
    check("She called Rogers, Craig and other friends.", &[], &[], &[]);
    check("Fires burn in the Amazon.", &[], &[], &["Amazon"]);
    check("They saw the Amazon website.", &[], &["Amazon"], &[]);
}

#[test]
fn a_dateline_names_a_place() {
    check("AUSTIN (The Local News) — Voters went to the polls.", &[], &["Local News"], &["AUSTIN"]);
    check("PHIL (on the left) - He is the friend of all.", &[], &[], &[]);
}

#[test]
fn bodies_by_what_is_said_of_them() {
    check("The travel company Traveland closed.", &[], &["Traveland"], &[]);
    check("A charity known as The Lantern Crew paid for it.", &[], &["Lantern Crew"], &[]);
    check("He left a rival company, Harwick Moving, in May.", &[], &["Harwick Moving"], &[]);
    check("Sales fell, according to Lorvane, in the spring.", &[], &["Lorvane"], &[]);
    check(
        "It grew, according to the Coastal Fishing Data Service, by half.",
        &[],
        &["Coastal Fishing Data Service"],
        &[],
    );
    check("Last year Orvella said it would close. He praised Orvella's board.", &[], &["Orvella"], &[]);
    check(
        "The party met Winter World president Stephan Friedl.",
        &["Stephan Friedl"],
        &["Winter World"],
        &[],
    );
}

#[test]
fn bodies_with_more_behind_their_head() {
    check("She is at Imperial College London now.", &[], &["Imperial College London"], &[]);
    check(
        "He teaches at the Harlan Quist Center for International Scholars.",
        &[],
        &["Harlan Quist Center for International Scholars"],
        &[],
    );
    check("The Napa County Board of Supervisors met.", &[], &["Napa County Board of Supervisors"], &[]);
    check("It joined the Business Group on Health.", &[], &["Business Group on Health"], &[]);
    check(
        "He runs Aisha's Salon and Spa. Then Aisha's Salon and Spa closed.",
        &[],
        &["Aisha's Salon and Spa"],
        &[],
    );
    check("Dogs of the Dunmore Police Department K-9 unit came.", &[], &["Dunmore Police Department"], &[]);
    check(
        "The Coalition for the Humane Treatment of Horses sued.",
        &[],
        &["Coalition for the Humane Treatment of Horses"],
        &[],
    );
}

#[test]
fn things_and_works_are_no_names() {
    check("She won at the Producers Guild Awards and heard of the Tenet Memorandum.", &[], &[], &[]);
    check(
        "It is under the Business Source License (BSL), said the Code Review Board (CRB).",
        &[],
        &["Code Review Board"],
        &[],
    );
    check("The program, dubbed “Agent Smith,” spread.", &[], &[], &[]);
    check("He sold Heat Assisted Magnetic Recording (HAMR) drives.", &[], &[], &[]);
    check("It stood on our sister site Quill.com for years.", &[], &[], &[]);
}

#[test]
fn letters_and_nicknames_belong_to_the_person_or_not() {
    check("Counsel Wayne Martin QC spoke.", &["Wayne Martin"], &[], &[]);
    check("He met Marcia \"Cia\" Price in June.", &["Marcia \"Cia\" Price"], &[], &[]);
    check("Dr Aamer Sultan spoke.", &["Aamer Sultan"], &[], &[]);
    check("He met Pete Holloway. Later Mayor Pete spoke.", &["Pete Holloway"], &[], &[]);
}

#[test]
fn bodies_of_a_nation_and_of_a_calling() {
    check(
        "It came from Statistics Canada and Tree Research UK.",
        &[],
        &["Statistics Canada", "Tree Research UK"],
        &[],
    );
    check("He crossed rural England and mainland China.", &[], &[], &["England", "China"]);
    check("She joined the Chartered Plumbers of Canada.", &[], &["Chartered Plumbers of Canada"], &[]);
    check("He joined the Royal Bank of Scotland.", &[], &["Royal Bank of Scotland"], &[]);
    check("Ten members of Kite Demand were held.", &[], &["Kite Demand"], &[]);
}

#[test]
fn towns_and_their_teams() {
    check("Newcastle are two points ahead. He lives in Leeds.", &[], &["Newcastle"], &["Leeds"]);
    check("Villages near Newcastle are wet.", &[], &[], &["Newcastle"]);
    check("They sailed the Arabian Sea.", &[], &[], &["Arabian Sea"]);
}

#[test]
fn sentences_full_of_names_and_bodies_of_many() {
    check(
        "Mary Smith, Labour MP for Leeds, and Sir John Orr wrote to Home Secretary Ann Lee.",
        &["Mary Smith", "John Orr", "Ann Lee"],
        &["Labour"],
        &["Leeds"],
    );
    check("He stood before Leeds Magistrates’ Court.", &[], &["Leeds Magistrates’ Court"], &[]);
    check("Ships left Port Sudan when Hurricane Otis came.", &[], &[], &["Port Sudan"]);
}

#[test]
fn a_town_is_no_short_form_of_its_council() {
    check("Torbeg County Council met. Many in Torbeg agree.", &[], &["Torbeg County Council"], &["Torbeg"]);
}

#[test]
fn firms_by_their_trade_and_by_what_they_do() {
    check("The operator, Nordlys Ferries, had asked for more time.", &[], &["Nordlys Ferries"], &[]);
    check("The carrier said Quillon Airlines would pay.", &[], &["Quillon Airlines"], &[]);
    check("Then Orkin Ferries Graham Mears spoke.", &["Graham Mears"], &["Orkin Ferries"], &[]);
    check("She works for the BRK union and met the ORN party.", &[], &["BRK", "ORN"], &[]);
    check("Then Quillon’s chief executive met Quillon’s managing director.", &[], &["Quillon"], &[]);
    check("He is director of policy at Business North.", &[], &["Business North"], &[]);
    check("They watched BBC Scotland.", &[], &["BBC Scotland"], &[]);
    check(
        "He works for the National Center for Media and Public Affairs.",
        &[],
        &["National Center for Media and Public Affairs"],
        &[],
    );
}

#[test]
fn people_by_the_role_before_them() {
    check("The president of the town’s Blue Circle, Walo Hanvik, spoke.", &["Walo Hanvik"], &[], &[]);
    check(
        "Then Leg-spinner Stuart Mears and Major-General Ann Orr came.",
        &["Stuart Mears", "Ann Orr"],
        &[],
        &[],
    );
    check("The MP for Makervale Josh Mears has spoken.", &["Josh Mears"], &[], &["Makervale"]);
    check("Spain’s King Juan Carlos came. King Juan left again.", &["Juan Carlos"], &[], &["Spain"]);
    check("They dropped the Daisy Cutter.", &[], &[], &[]);
    check("The senior Al Qaeda fighter fled.", &[], &["Al Qaeda"], &[]);
    check("Senior Quillan staff came. Quillan staff left.", &[], &[], &[]);
}

#[test]
fn towns_by_the_state_behind_them_and_no_bodies() {
    check("DUNMORE, Ohio (AP) — It rained.", &[], &[], &["DUNMORE", "Ohio"]);
    check("He lives in the small community of Dunvale.", &[], &[], &["Dunvale"]);
    check("In Q1 sales fell. They wrote it in OCaml and in HTML5.", &[], &[], &[]);
    check("A ring is found in Tolvane’s books.", &[], &[], &[]);
}

#[test]
fn places_by_where_they_lie() {
    check(
        "A fire near Orrin, south-west of Sydney, and at Boona, 50 km north of Perth, burns.",
        &[],
        &[],
        &["Orrin", "Sydney", "Boona", "Perth"],
    );
    check(
        "They drove west of Kell Marsh and across the Blue Mountains.",
        &[],
        &[],
        &["Kell Marsh", "Blue Mountains"],
    );
    check(
        "The Jewish settlement of Qadar lies there, and the Member for Dunvale spoke.",
        &[],
        &[],
        &["Qadar", "Dunvale"],
    );
    check("Countries in north-west Europe have claimed it.", &[], &[], &["Europe"]);
    check(
        "The United States, the European Union and others agreed.",
        &[],
        &["European Union"],
        &["United States"],
    );
    check("They bought CRMs and flew in CRMs of an F-16.", &[], &[], &[]);
}

#[test]
fn family_names_that_are_roles_and_houses_that_are_named_after_people() {
    check(
        "Study author Boyd Hunter met Professor Geoff Masters.",
        &["Boyd Hunter", "Geoff Masters"],
        &[],
        &[],
    );
    check("She lay in Queen Elizabeth Hospital.", &[], &["Queen Elizabeth Hospital"], &[]);
    check("It was drawn by Taras K. Castle.", &["Taras K. Castle"], &[], &[]);
    check("He met Ann Lee of Quillon News, who will host it.", &["Ann Lee"], &["Quillon News"], &[]);
    check(
        "Mayor Bill de Vasio spoke. De Vasio says no. De Vasio said it again.",
        &["Bill de Vasio"],
        &[],
        &[],
    );
}

#[test]
fn books_and_peoples_are_no_bodies() {
    check(
        "Ann Lee, author of The Quiet Kitchen Group, praised The Small Plate Diet.",
        &["Ann Lee"],
        &[],
        &[],
    );
    check("A Torres Strait Islander has said so.", &[], &[], &[]);
}

#[test]
fn a_capital_and_its_district_are_one_place() {
    check("They met in Washington, D.C., on the way to Paris.", &[], &[], &["Washington", "Paris"]);
}

#[test]
fn places_by_who_goes_there_and_who_lives_there() {
    check("They fled to Quarrin and then to Ostrel.", &[], &[], &["Quarrin", "Ostrel"]);
    check("He met a woman from Quarrin. Rebels seized Ostrel.", &[], &[], &["Quarrin", "Ostrel"]);
    check("The plant at Quarrin shut. The ship sank off Ostrel.", &[], &[], &["Quarrin", "Ostrel"]);
    check("Many Quarrin residents left. A Quarrin man died.", &[], &[], &["Quarrin"]);
    check("The tribe lives along the Quarrin.", &[], &[], &["Quarrin"]);
    check("They live in Ostrel and Sim Hala Tor.", &[], &[], &["Ostrel", "Sim Hala Tor"]);
    check("Boats left County Antrim for White Island.", &[], &[], &["County Antrim", "White Island"]);
    check("It burned in Normal, Illinois, on Sunday.", &[], &[], &["Normal", "Illinois"]);
    check("A crowd filled St Mark's Square.", &[], &[], &["St Mark's Square"]);
    // A people, a college named in full.
    check("A Quarrani man died. A Druze woman fled.", &[], &[], &[]);
    check("She left Hollis University after a trip to Hollis.", &[], &["Hollis University"], &[]);
}

#[test]
fn names_with_an_arabic_article() {
    check("Omar al-Hadi spoke. Then Hadi left.", &["Omar al-Hadi"], &[], &[]);
    check("Shells fell in Tarrat al-Numan.", &[], &[], &["Tarrat al-Numan"]);
}

#[test]
fn towns_that_play_in_a_story_of_matches() {
    let match_of = "The coach praised the quarterback after two touchdowns; no playoff is near.";
    check(&format!("{match_of} Later Boston beat Milwaukee."), &[], &["Boston", "Milwaukee"], &[]);
    check("Later Boston beat Milwaukee to the contract.", &[], &[], &["Boston", "Milwaukee"]);
}

#[test]
fn words_that_only_stand_like_places() {
    // A product named often, and once behind "in".
    check(
        "We use Tabler. He likes Tabler. She made it in Tabler. They ask Tabler, and love Tabler.",
        &[],
        &[],
        &[],
    );
    check("They sell more in XQR, he said.", &[], &[], &[]);
    check("We know that A Tablerfile helps. He likes Tablerfile too.", &[], &[], &[]);
    check("She has a degree in Ceramics and faith in Holt.", &[], &[], &[]);
    check("He is a professor of Earth and Space Sciences.", &[], &[], &[]);
    check("They were found near Sherman Oaks.", &[], &[], &["Sherman Oaks"]);
    check("The Isle of Orra and the Sea of Tarn froze.", &[], &[], &["Isle of Orra", "Sea of Tarn"]);
    check("They met at Alice Springs and at Orrin Air Base.", &[], &[], &["Alice Springs", "Orrin Air Base"]);
}

#[test]
fn bodies_that_are_held_and_worked_for() {
    check("He bought a stake in Vandril and left.", &[], &["Vandril"], &[]);
    check("She is a director at Gerard Pellam Tarrow now.", &[], &["Gerard Pellam Tarrow"], &[]);
    check("He works at Pellam Asset Advisors now.", &[], &["Pellam Asset Advisors"], &[]);
    check("Former Daily Mail editor Ann Lee left.", &["Ann Lee"], &["Daily Mail"], &[]);
    check("Former Premier League striker Ann Lee left.", &["Ann Lee"], &["Premier League"], &[]);
    check(
        "The Guardian said so. Liberal Democrats agreed.",
        &[],
        &["The Guardian", "Liberal Democrats"],
        &[],
    );
}

#[test]
fn lists_notions_and_labels_are_no_bodies() {
    check("A Fortune 500 firm left the S&P 500.", &[], &[], &[]);
    check("The Quarrin Prices Index fell.", &[], &[], &[]);
    check("It runs a Large Word Table (LWT) and sees R&D as Pros & Cons.", &[], &[], &[]);
    check("Supply Chain Management\nIt helps.\nTeam Software: it helps too.", &[], &[], &[]);
    check("The Word Table Agency (WTA) met.", &[], &["Word Table Agency"], &[]);
}

#[test]
fn a_family_name_that_is_a_calling() {
    check("Odran Hunter, 29, smashed it.", &["Odran Hunter"], &[], &[]);
}

#[test]
fn names_in_what_is_counted_and_in_rows() {
    let story = Story {
        text: "On Monday 12 Boeing jets and three Hamas fighters left.".to_owned(),
        ..Story::default()
    };
    let mut document = Document::of(&story);
    crate::facts::quantities::find(&mut document);
    let names = find(&document);
    let named: Vec<&str> =
        names.all.iter().map(|named| document.tokens.slice(named.full.first, named.full.end)).collect();
    assert_eq!(named, ["Boeing", "Hamas"]);
    check(
        "They came from the provinces of Tarn, Orrel, and Vennick.",
        &[],
        &[],
        &["Tarn", "Orrel", "Vennick"],
    );
    check("Mary Lee, aged 34, of Pellam Court, left.", &["Mary Lee"], &[], &[]);
    check("He joined the Punjab Kings.", &[], &[], &[]);
    check("ORREL GAH, Iraq, May 3 -- It rained.", &[], &[], &["ORREL GAH", "Iraq"]);
}

#[test]
fn known_bodies_and_cities_go_by_their_own_name() {
    check("Google grew. Then Google Web Services shrank.", &[], &["Google", "Google Web Services"], &[]);
    check("Fox News said so. Later Fox said it again.", &[], &["Fox News"], &[]);
    check("The City of Quarrin paid. He left Quarrin for the town of Quarrin.", &[], &[], &["Quarrin"]);
    check("They fled to Washington, DC.", &[], &[], &["Washington"]);
}

#[test]
fn where_names_of_bodies_end() {
    check(
        "The Department of Justice and Bank of America met the Institute of Coral and Reefy Diseases.",
        &[],
        &["Department of Justice", "Bank of America", "Institute of Coral and Reefy Diseases"],
        &[],
    );
    check("Then Gil Wilders' Party for Freedom won.", &[], &["Party for Freedom"], &[]);
    check("He stood before Bradford Magistrates’ Court.", &[], &["Bradford Magistrates’ Court"], &[]);
}

#[test]
fn what_is_called_after_a_place_is_none() {
    check("They signed the Paris agreement, and the Minsk peace accord.", &[], &[], &[]);
    check("They ate Brussels sprouts. Wall Street banks fell. The Kennedy family met.", &[], &[], &[]);
    check("It was published in Icarum, and she had a role in Gravlok.", &[], &[], &[]);
    check("She is fluent in Gravlok. He tweeted in Varnese.", &[], &[], &[]);
    check("They shut the old machines down. Nice!", &[], &[], &[]);
    check("It is safe.\nTreadmill Falls: they hurt.\n- With Quarrin it is easy.", &[], &[], &[]);
    check("He works at 58 2nd Ave, Brooklyn.", &[], &[], &["Brooklyn"]);
    check("She died at St Thomas' Hospital.", &[], &["St Thomas' Hospital"], &[]);
}

#[test]
fn families_and_a_capital_under_two_names() {
    check("Rep. Jim Jordan spoke. Jordan left.", &["Jim Jordan"], &[], &[]);
    check("Rep. Jim Jordan spoke in Jordan.", &["Jim Jordan"], &[], &["Jordan"]);
    check("He left Washington D.C. on foot. D.C. has no vote.", &[], &[], &["Washington D.C."]);
}

#[test]
fn scores_tell_of_teams() {
    let sport = "The coach said the season is long. Seattle is 8-2. Quarrin beat Dallas, 35-27.";
    check(sport, &[], &["Seattle", "Dallas"], &[]);
    check("The council voted 5-4. Dallas, 35-27.", &[], &[], &["Dallas"]);
}

#[test]
fn papers_that_were_told_or_report() {
    check("It was bad, Mary Smith told WXYZ.", &["Mary Smith"], &["WXYZ"], &[]);
    check("It was bad, Mary Smith told US officials in the US.", &["Mary Smith"], &[], &["US"]);
    check("It is new, as AutoWeekly reports, and good.", &[], &["AutoWeekly"], &[]);
    check("It was published in Soil Science on Monday.", &[], &["Soil Science"], &[]);
    check("It was published in Kotlin.", &[], &[], &[]);
}

#[test]
fn bodies_that_are_led_or_act_for_something() {
    check("Ann Lee is director of Georgia Sea Grant.", &["Ann Lee"], &["Georgia Sea Grant"], &[]);
    check("The Director of Public Prosecutions spoke.", &[], &[], &[]);
    check("He backs the Dunmore Tea PAC and a Super PAC.", &[], &["Dunmore Tea PAC"], &[]);
    check(
        "He left the National Committee for an Effective Congress.",
        &[],
        &["National Committee for an Effective Congress"],
        &[],
    );
    check(
        "He asked the Federal Reserve and Commerce Department.",
        &[],
        &["Federal Reserve", "Commerce Department"],
        &[],
    );
}

#[test]
fn what_stands_beside_a_name_is_no_part_of_it() {
    check("Dallas Ebola patient Thomas Duncan is ill.", &["Thomas Duncan"], &[], &[]);
    check("Ann Lee, from Quarrin, was crowned queen.", &["Ann Lee"], &[], &["Quarrin"]);
    check("Ann Lee, a councillor in Quarrin, who ran, won.", &["Ann Lee"], &[], &["Quarrin"]);
}

#[test]
fn a_headline_that_writes_small_words_small() {
    let text = "It was hot.\n2023 on Track to Break Temperature Records\nNASA said so.";
    check(text, &[], &["NASA"], &[]);
}

#[test]
fn bodies_for_research_and_of_two_fields() {
    check(
        "He is at the Centre for Research on Fuel and Clean Air.",
        &[],
        &["Centre for Research on Fuel and Clean Air"],
        &[],
    );
    let office = "Department of External Relations and Irrigation";
    check(&format!("It asked the {office} to act."), &[], &[office], &[]);
    check("The Orrin Tenants Union of Indiana has sued.", &[], &["Orrin Tenants Union of Indiana"], &[]);
    check("He met the Storm Research Center staff.", &[], &["Storm Research Center"], &[]);
    check(
        "The UN Relief and Rivers Agency for Palestine (UNRRA) left. The UNRRA came back.",
        &[],
        &["UN Relief and Rivers Agency for Palestine"],
        &[],
    );
}

#[test]
fn short_forms_without_their_kind() {
    check("He left Gaza. The Gaza Strip is near.", &[], &[], &["Gaza Strip"]);
    check("The Conservative Party lost. He left the Conservatives.", &[], &["Conservative Party"], &[]);
}

#[test]
fn people_of_four_names_and_of_a_nation() {
    check("Then President Luiz Inácio Lula da Silva spoke.", &["Luiz Inácio Lula da Silva"], &[], &[]);
    check("He beat Frenchman Corvin Moulet.", &["Corvin Moulet"], &[], &[]);
    check("It was in the first King’s Speech, they say.", &[], &[], &[]);
}

#[test]
fn adjectives_made_of_names_are_none() {
    check("It lies in Russian-occupied land.", &[], &[], &[]);
}

#[test]
fn bases_regions_and_papers_of_two_names() {
    check("He flew to Dunmar airbase. He saw the Orrin prefecture.", &[], &[], &["Dunmar", "Orrin"]);
    check("He told the Dunmore Tribune-Review.", &[], &["Dunmore Tribune-Review"], &[]);
}

#[test]
fn a_place_before_based_is_one() {
    check("It met a Leeds-based firm and a Palo Alto-headquartered one.", &[], &[], &["Leeds", "Palo Alto"]);
    check("He runs a Tallow-based shop.", &[], &[], &[]);
}

#[test]
fn clubs_and_their_towns() {
    check("He died in Ash Grove, Leeds, police said.", &[], &[], &["Ash Grove", "Leeds"]);
    check("Leeds won the match by a goal that Ann Orr scored.", &["Ann Orr"], &["Leeds"], &[]);
    let match_report = "The season is over: a scorer and a striker of the league met the Boston Otters.";
    check(match_report, &[], &["Boston Otters"], &[]);
    check("They met FC Orrin in spring.", &[], &["FC Orrin"], &[]);
}

#[test]
fn saints_leagues_and_teams_with_numbers() {
    check("He left the St. Louis Cardinals in May.", &[], &["St. Louis Cardinals"], &[]);
    check("She was a Major League Baseball pitcher.", &[], &["Major League Baseball"], &[]);
    check("He left the Philadelphia 76ers in May.", &[], &["Philadelphia 76ers"], &[]);
}

#[test]
fn ships_and_flights() {
    check("Then the HMS Queen Elizabeth left Portsmouth.", &[], &[], &["Portsmouth"]);
    check("He was on Orrin Airlines Flight 370 to Lima.", &[], &["Orrin Airlines"], &["Lima"]);
}

#[test]
fn owners_of_shops_and_their_shops() {
    check("He went to Macy's.", &[], &["Macy's"], &[]);
    check("It gave to the Alzheimer's Foundation of Orra.", &[], &["Alzheimer's Foundation of Orra"], &[]);
}

#[test]
fn what_and_joins_and_what_it_parts() {
    let college = "College of Surgeons and Optometrists";
    check(&format!("The {college} agreed."), &[], &[college], &[]);
    let council = "Council for European Security and Cooperation";
    check(&format!("He served the {council}."), &[], &[council], &[]);
    check(
        "He left the Bank of India and Harbour Trust Company.",
        &[],
        &["Bank of India", "Harbour Trust Company"],
        &[],
    );
    check("He met Mary Orr & Peter Hale.", &["Mary Orr", "Peter Hale"], &[], &[]);
}

#[test]
fn a_state_before_the_body_that_an_acronym_spells() {
    let body = "New South Wales Rural Fire Service";
    check(&format!("The {body} (RFS) left. The RFS came back."), &[], &[body], &[]);
}

#[test]
fn names_behind_offices_and_lands() {
    check("It is led by Secretary-Treasurer Ann Orr.", &["Ann Orr"], &[], &[]);
    check("He met Datuk Seri Anwar Orr and DCP Ann Hale.", &["Anwar Orr", "Ann Hale"], &[], &[]);
    check("The ambassador to Kenya Tavo K. Ludo left.", &["Tavo K. Ludo"], &[], &["Kenya"]);
    check("He saw President Tavo “Tav” Ludo.", &["Tavo “Tav” Ludo"], &[], &[]);
    check("The minister for Traditional Affairs and Works Ann Orr left.", &["Ann Orr"], &[], &[]);
    check(
        "Then the Central Bank of Kenya Governor, Ann Orr, spoke.",
        &["Ann Orr"],
        &["Central Bank of Kenya"],
        &[],
    );
    check("She is to be Cabinet Secretary for the National Treasury.", &[], &[], &[]);
    check("Mrwan Tollo, the firm’s 26-year-old founder, spoke.", &["Mrwan Tollo"], &[], &[]);
}

#[test]
fn what_firms_are_told_by() {
    check("It gave to Tollo Enhancement, Inc. in May.", &[], &["Tollo Enhancement"], &[]);
    check("He read it in the Vandril newspaper, and told OrrinTV.", &[], &["Vandril", "OrrinTV"], &[]);
    check("It was bought by Vandril, the parent firm of a shop.", &[], &["Vandril"], &[]);
    check("He works for Morgan Stanley.", &[], &["Morgan Stanley"], &[]);
}

#[test]
fn cameras_streets_and_waters() {
    check("He was caught on CCTV in Leeds.", &[], &[], &["Leeds"]);
    check("They sailed up the Amazon river.", &[], &[], &["Amazon"]);
    check("He slept at the Tallow Hotel on Collins Ave in May.", &[], &[], &["Tallow Hotel", "Collins Ave"]);
}

#[test]
fn a_sentence_full_of_names_is_no_headline() {
    let text = "Orrin Red Cross Secretary General Ann Orr told The Associated Press so.";
    check(text, &["Ann Orr"], &["Associated Press"], &[]);
}

#[test]
fn firms_that_go_by_a_given_or_family_name() {
    check("It was told by Ann Orr, who runs Rekado Ferrer.", &["Ann Orr"], &["Rekado Ferrer"], &[]);
    check("Bell Canada spoke on 3 May.", &[], &["Bell Canada"], &[]);
    check("He read the Guido Fawkes blog.", &[], &["Guido Fawkes"], &[]);
    check("Then St. John Bosco lost the German Open.", &[], &[], &[]);
}

#[test]
fn lists_that_say_what_they_list() {
    let firms = ["Vandril", "Orrin", "Tavlo"];
    check("Retailers such as Vandril and Orrin sell on platforms like Tavlo.", &[], &firms, &[]);
    check("It met the fund QVXI and a BXIS spokesman.", &[], &["QVXI", "BXIS"], &[]);
    check("He looks like Vandril.", &[], &[], &[]);
}

#[test]
fn bodies_of_a_nation_and_what_stands_beside_a_number() {
    let service = "Security Service of Ukraine";
    check(&format!("Then the {service} spoke."), &[], &[service], &[]);
    check("Then the Union Ministry of Works spoke.", &[], &["Union Ministry of Works"], &[]);
    check("The Orrin Fishermen's Federation spoke.", &[], &["Orrin Fishermen's Federation"], &[]);
    check("She told BBC Radio 4 so. Then she told the Chronicle.", &[], &["BBC Radio 4", "Chronicle"], &[]);
    check("It is a part of the Digital India drive.", &[], &[], &[]);
    check(
        "The Dunmore Conservative Association met. Later the Conservative Association left.",
        &[],
        &["Dunmore Conservative Association"],
        &[],
    );
}

#[test]
fn people_by_rank_age_kin_and_office() {
    check("Kim Jong Un spoke. Then Kim Jong-un left.", &["Kim Jong Un"], &[], &[]);
    check("Then Governor Ann Orr of Vandril spoke.", &["Ann Orr"], &[], &["Vandril"]);
    check("He beat the world No. 24 Kodak Narao.", &["Kodak Narao"], &[], &[]);
    check("They mourn Mahso Amivi, a 22-year-old from the south.", &["Mahso Amivi"], &[], &[]);
    check("One of the men, Solvo Milso, left. His wife, Anna, stayed.", &["Solvo Milso", "Anna"], &[], &[]);
    check("He met Lakshyo Sen and Messrs Vandril and Orr.", &["Lakshyo Sen", "Vandril"], &[], &[]);
    check("Loh Kean Yew won. Then Loh left.", &["Loh Kean Yew"], &[], &[]);
}

#[test]
fn towns_by_their_stations_seats_and_lands() {
    check("It lay near the Vandril railway station.", &[], &[], &["Vandril"]);
    check("It fell in the Donetsk Oblast of Ukraine.", &[], &[], &["Donetsk Oblast", "Ukraine"]);
    check("He was chosen in the Vandril constituency.", &[], &[], &["Vandril"]);
    check("She came from Vandril in Ohio.", &[], &[], &["Vandril", "Ohio"]);
    check("He slept on E. Jefferson St. in May, and on Orrin St. in June.", &[], &[], &["Orrin St."]);
}

#[test]
fn lands_that_are_called_like_a_people() {
    check("Then the Philippines agreed.", &[], &[], &["Philippines"]);
    check("They sailed in the Caribbean, and then to a Caribbean court.", &[], &[], &["Caribbean"]);
    check("The Delta variant came, then the Kent variant.", &[], &[], &[]);
    check("He lives in Ann Lane.", &[], &[], &["Ann Lane"]);
}

#[test]
fn givers_and_care_in_the_names_of_bodies() {
    check("Then the Ann and Leo Orr Foundation paid.", &[], &["Ann and Leo Orr Foundation"], &[]);
    check("The makers are Vandril Inc. of Orrin.", &[], &["Vandril Inc."], &[]);
    check("Then the Minister for Foreign Affairs Ann Lee left.", &["Ann Lee"], &[], &[]);
    check("Then the Minister for Wales Ann Lee left.", &["Ann Lee"], &[], &["Wales"]);
}

#[test]
fn small_words_make_an_acronym_of_nobody() {
    check("He was a station house officer (SHO) there. The SHO said so. Then the SHO left.", &[], &[], &[]);
}

#[test]
fn whoever_is_told_and_is_nobody_is_a_paper() {
    check("The mayor told Vandrilo that he was sorry.", &[], &["Vandrilo"], &[]);
    check("She met Leo Vandrilo. The mayor told Vandrilo that he was sorry.", &["Leo Vandrilo"], &[], &[]);
    check("A 65-year-old Wobbo Karrigan was hurt.", &["Wobbo Karrigan"], &[], &[]);
}

#[test]
fn rows_tell_what_their_members_are() {
    check(
        "The squad has Ann Lee (c), Smriti Mandhana (wk), Jemi Rodrigo and Eka Bisht in it.",
        &["Ann Lee", "Smriti Mandhana", "Jemi Rodrigo", "Eka Bisht"],
        &[],
        &[],
    );
    check(
        "The VXP, the Japanese Communist Party and Komorito want it.",
        &[],
        &["VXP", "Japanese Communist Party", "Komorito"],
        &[],
    );
    // In Kell, of Quarrin: no people; a comma alone joins anything.
    check("He was held at Kell Orrin, Ann Lee said.", &["Ann Lee"], &[], &[]);
    check("It was shown at Elegy, Orra Art Museum, last year.", &[], &["Orra Art Museum"], &[]);
}

#[test]
fn what_is_owned_led_or_listed_is_a_body() {
    check("Tim Dunn, owner of Harbour Gift Shop, came.", &["Tim Dunn"], &["Harbour Gift Shop"], &[]);
    check("It hit groups like the Tehrik-e-Vandril Orra (TVO) hard.", &[], &["Tehrik-e-Vandril Orra"], &[]);
    check("The withdrawal of VXNDF troops began.", &[], &["VXNDF"], &[]);
    check("Information Technology minister Ann Lee came.", &["Ann Lee"], &[], &[]);
    check("Lawyers for Harwell said so.", &[], &[], &[]);
}

#[test]
fn lanes_cabins_and_datelines() {
    check("A car was found on Linda Lane, police said.", &[], &[], &["Linda Lane"]);
    check("They met at the Boy Scout Cabin.", &[], &[], &["Boy Scout Cabin"]);
    check("Student DJs may come in.", &[], &[], &[]);
    check("VANDRIJAYA, Nov 22 — Firms did not pay.", &[], &[], &["VANDRIJAYA"]);
}

#[test]
fn malay_honours_stand_before_given_names() {
    check(
        "Then Tan Sri Rahim Zainal spoke. The Deputy IGP Datuk Seri Halim Rahim came. Rahim said more.",
        &["Rahim Zainal", "Halim Rahim"],
        &[],
        &[],
    );
    let text = "Then Tan Sri Rahim Zainal met Datuk Halim Rahim. Rahim said more.";
    let story = Story { text: text.to_owned(), ..Story::default() };
    let names = find(&Document::of(&story));
    assert_eq!(names.all[0].mentions.len(), 2);
    check("Police chief Datuk Rashid Tun Salleh spoke.", &["Rashid Tun Salleh"], &[], &[]);
}

#[test]
fn a_name_is_one_in_whatever_way_it_is_spelled() {
    check("Gerhard Müller came. Mueller spoke. Muller left.", &["Gerhard Müller"], &[], &[]);
    check("Judge Samson Okong'o came. Justice Okongo left.", &["Samson Okong'o"], &[], &[]);
}

#[test]
fn family_names_that_are_other_words() {
    check("They met Doug Ford. Ford left.", &["Doug Ford"], &[], &[]);
    check("Co-author Paul Expert spoke. Expert said so.", &["Paul Expert"], &[], &[]);
    check("It was an expert. Co-author Paul Expert spoke.", &[], &[], &[]);
    check("They honour Martin Luther King Jr. here.", &["Martin Luther King Jr."], &[], &[]);
    check("Gov. Ann Christie spoke. Christie's rival lost.", &["Ann Christie"], &[], &[]);
}

#[test]
fn a_school_tells_of_people_and_a_department_of_none() {
    check(
        "Wray Grimshaw of the University of Orrin said so.",
        &["Wray Grimshaw"],
        &["University of Orrin"],
        &[],
    );
    check(
        "Acting Director of the Department of Trade and Industry Tran Thi Phuong Lan spoke.",
        &["Tran Thi Phuong Lan"],
        &["Department of Trade and Industry"],
        &[],
    );
    check("It covers local Infected Areas under the Movement Control Order (MCO).", &[], &[], &[]);
}

#[test]
fn firms_papers_and_offices() {
    check("They trade as Patrick Kang & Sons here.", &[], &["Patrick Kang & Sons"], &[]);
    check("He told Fox News Latino so.", &[], &["Fox News Latino"], &[]);
    check("The Daily Nonpareil says so. The Daily Briefing was long.", &[], &["Daily Nonpareil"], &[]);
    check("The Prime Minister's Office spoke.", &[], &["Prime Minister's Office"], &[]);
    check("They left the Prime Minister's Labour Party.", &[], &["Labour Party"], &[]);
}

#[test]
fn places_of_other_tongues_and_what_is_called_after_places() {
    check("They went to Kuala Orrin and Kampung Tey.", &[], &[], &["Kuala Orrin", "Kampung Tey"]);
    check("It was before Norfolk v. Chester was heard.", &[], &[], &[]);
    check("There are viruses such as West Nile there.", &[], &[], &[]);
    check("SHAH TEY (Jan 3, 2011): It rained.", &[], &[], &["SHAH TEY"]);
    check("Orr County Sheriff Ed Troy spoke.", &["Ed Troy"], &[], &["Orr County"]);
    check("Then the Tey MP spoke.", &[], &[], &["Tey"]);
    check(
        "Mary Smith, an ecologist from Cambridge, United Kingdom, told them so.",
        &["Mary Smith"],
        &[],
        &["Cambridge", "United Kingdom"],
    );
}

#[test]
fn councillors_and_constables() {
    check("Coun Palmer spoke, and Cr Ann Lee left.", &["Palmer", "Ann Lee"], &[], &[]);
    check("Const. Travis Jordan drove.", &["Travis Jordan"], &[], &[]);
    check("At CR Maids in Denver, it rained.", &[], &[], &["Denver"]);
}

#[test]
fn towns_that_open_like_somebody() {
    check("Prince Rupert Mayor Herb Pond said it was so.", &["Herb Pond"], &[], &["Prince Rupert"]);
    check("It lies in Sutton on Sea, by the shore.", &[], &[], &["Sutton on Sea"]);
}

#[test]
fn what_joins_no_name() {
    check("The US-Mexico border was shut to West Virginians.", &[], &[], &[]);
    check("She sits on Leeds City Council for Labour.", &[], &["Leeds City Council", "Labour"], &[]);
    check("The Founder One Hope Foundation leader came.", &[], &["One Hope Foundation"], &[]);
    check("It told BWSSB officials, and an HR official.", &[], &["BWSSB"], &[]);
}

#[test]
fn a_nickname_is_its_bearer_s() {
    check(
        "They met Joaquín \"El Brando\" Guzmán in Quarrin. El Brando fled.",
        &["Joaquín \"El Brando\" Guzmán"],
        &[],
        &["Quarrin"],
    );
}

#[test]
fn a_court_named_before_a_longer_one_is_another() {
    check(
        "The Supreme Court met on what the Colorado Supreme Court had said.",
        &[],
        &["Supreme Court", "Colorado Supreme Court"],
        &[],
    );
    check(
        "The Colorado Supreme Court met. Then the Supreme Court rose.",
        &[],
        &["Colorado Supreme Court"],
        &[],
    );
}

#[test]
fn bodies_joined_by_and() {
    check(
        "It was the Quarrin Lottery and Gaming Corporation (QLG).",
        &[],
        &["Quarrin Lottery and Gaming Corporation"],
        &[],
    );
    check(
        "He runs the Water and Safety Association Norway.",
        &[],
        &["Water and Safety Association Norway"],
        &[],
    );
    check(
        "She was in the Kingston and St Ann Parish Court.",
        &[],
        &["Kingston and St Ann Parish Court"],
        &[],
    );
    check(
        "It is the National Volcanic and Seismic Administration.",
        &[],
        &["National Volcanic and Seismic Administration"],
        &[],
    );
    check("The Orr County Search and Rescue team came.", &[], &["Orr County Search and Rescue"], &[]);
    check("He read the Post and Courier newspaper.", &[], &["Post and Courier"], &[]);
    check("They met the France and Spain Council.", &[], &["Spain Council"], &["France"]);
    check("They met the Mayor and City Council.", &[], &["City Council"], &[]);
    check("They met the Principal and Orr School Board.", &[], &["Orr School Board"], &[]);
}

#[test]
fn many_before_a_role_are_no_role() {
    check(
        "Then Federation of Harbour Employees President J. David Orr spoke.",
        &["J. David Orr"],
        &["Federation of Harbour Employees"],
        &[],
    );
}

#[test]
fn a_known_family_name_behind_a_new_given_name() {
    check("He met Crispo Trump. His name is Trump.", &["Crispo Trump"], &[], &[]);
}

#[test]
fn datelines_seats_and_roads() {
    check("XARVIT - They came late to the old house.", &[], &[], &["XARVIT"]);
    check("WATCH - They came late to the old house.", &[], &[], &[]);
    check("He left the Xarvit-based company.", &[], &[], &["Xarvit"]);
    check("He left the Linux-based system.", &[], &[], &[]);
    check("It burned on County Road 57.", &[], &[], &[]);
    check("They met two on Orrin Island who were lost.", &[], &[], &["Orrin Island"]);
    check("They met Xarla Hill who was lost.", &[], &[], &[]);
}

#[test]
fn both_family_names_or_one() {
    check("Carlos Ruiz Mora came. Carlos Ruiz said so, and Mora left.", &["Carlos Ruiz Mora"], &[], &[]);
}

#[test]
fn chambers_and_parts_of_lands() {
    check("The bill passed the House on Friday.", &[], &["House"], &[]);
    check("They built the House on Friday.", &[], &[], &[]);
    let (district, region) = ("Quarrin Central District", "Orrin Region");
    check("He lives in the Quarrin Central District of the Orrin Region.", &[], &[], &[district, region]);
    check("It hurt Indigenous people in Kent.", &[], &[], &["Kent"]);
}

#[test]
fn offices_of_two_words_make_a_person() {
    check("Then running back Devin Wilks left.", &["Devin Wilks"], &[], &[]);
    check("Then 19th seed Grigor Kastrov left.", &["Grigor Kastrov"], &[], &[]);
}
