//! Speakers found in a few sentences: who must be named, and where nobody may.

use crate::facts::Story;
use crate::facts::pick;

fn check(text: &str, speakers: &[Option<&str>]) {
    let story = Story { text: text.to_owned(), ..Story::default() };
    let facts = pick(&story);
    let found: Vec<Option<&str>> =
        facts.quotes.iter().map(|quote| quote.speaker.as_ref().map(|s| s.name.as_str())).collect();
    assert_eq!(found, speakers, "{text:?}");
}

#[test]
fn verbs_after_the_words() {
    check("“We will go on with it,” Mary Smith said.", &[Some("Mary Smith")]);
    check("“We will go on with it,” said the owner, John Brown.", &[Some("John Brown")]);
    check("“We will go on with it,” Rep. Mary Smith (D-Wis.) said Friday.", &[Some("Mary Smith")]);
    check("“We will go on with it,” said a spokesman for Mary Smith.", &[Some("a spokesman for Mary Smith")]);
    check("“We will go on with it.” ― Mary Smith", &[Some("Mary Smith")]);
}

#[test]
fn verbs_before_the_words() {
    check("Mary Smith, head of the board, said: “We will go on with it.”", &[Some("Mary Smith")]);
    check("Mary Smith outlined a plan and vowed to “go on with all of it”.", &[Some("Mary Smith")]);
    check("Clinton campaign manager Robby Mook said it was “a good day for all”.", &[Some("Robby Mook")]);
    check("According to Mary Smith, “it was all a big mistake in the end”.", &[Some("Mary Smith")]);
}

#[test]
fn whose_words_they_were_is_told_behind_them() {
    check("“I hope I am wrong about it.”\nThat’s what Mary Smith said in May.", &[Some("Mary Smith")]);
    check("“I hope I am wrong about it.” That is what we heard from Mary Smith.", &[None]);
    check("Mary Smith's statement said it was “a sad day for all of us”.", &[Some("Mary Smith")]);
    check("Mary Smith's lawyer said it was “a sad day for all of us”.", &[Some("Mary Smith's lawyer")]);
}

#[test]
fn who_opens_the_sentence_before_goes_on_to_speak() {
    check("Mary Smith pushed back on that. “It is the oddest thing of all.”", &[Some("Mary Smith")]);
    check("Mary Smith met Peter Orr. “It is the oddest thing of all.”", &[None]);
    check("Mary Smith pushed back on that. “It is the oddest thing of all,” it said.", &[None]);
    check("According to Mary Smith, it grew.\n“It is the oddest thing of all.”", &[Some("Mary Smith")]);
}

#[test]
fn what_somebody_is_said_to_be_does_not_speak() {
    let text = "In its statement, the Orr Union claimed that the Kent Union (KU) was aware of the errors in Mora’s papers and stressed that a blind eye can not be turned to it, and “fair play for all of them”.";
    check(text, &[None]);
}

#[test]
fn offices_in_short_and_offices_past() {
    check("Sen. Mary Smith came. The senator said it was “a good day for all”.", &[Some("Mary Smith")]);
    let past = "President Mary Smith left in May. It rained in Kent.\n";
    check(&format!("{past}“It is the oddest thing of all,” wrote the ex-president."), &[Some("Mary Smith")]);
}

#[test]
fn family_names_that_are_common_words() {
    let story = "Larry Page met Anna Berg in a hall.\n";
    check(&format!("{story}“That is the oddest thing!” Page replied."), &[Some("Larry Page")]);
    check(&format!("{story}“That is the oddest thing!” Table replied."), &[None]);
    let two = "Larry Page met Anna Page in a hall.\n";
    check(&format!("{two}“That is the oddest thing!” Page replied."), &[None]);
}

#[test]
fn verbs_that_are_of_speech_beside_some_words_alone() {
    check("Mary Smith came. “We are all tired,” she shares with the paper.", &[Some("Mary Smith")]);
    check("“We are all tired,” Mary Smith shared.", &[Some("Mary Smith")]);
    check("Their shares fell. “We are all tired of it and of them.”", &[None]);
}

#[test]
fn words_carried_on() {
    check("“We go,” said Mary Smith. “It is late and we are all tired.”", &[Some("Mary Smith"); 2]);
    check("“We go on with it now.\n“It is late and we are tired,” said Mary Smith.", &[Some("Mary Smith")]);
    check(
        "“We go on with it,” said Mary Smith.\n“It is late and we are all tired here.”",
        &[Some("Mary Smith"); 2],
    );
}

#[test]
fn pronouns_go_to_one_or_to_nobody() {
    check("Mary Smith left with John Brown. “We are all tired,” she said.", &[Some("Mary Smith")]);
    check("Reporters saw Paul Jones with John Brown. “We are all tired,” he said.", &[None]);
    check("The boat sank. “We are all tired of that,” they said.", &[None]);
}

#[test]
fn roles_go_to_the_one_who_has_them() {
    check("Senator Mary Smith came. “We are all tired,” the senator said.", &[Some("Mary Smith")]);
    check(
        "Senators came: Senator Mary Smith and Senator Ann Jones. “We are all tired,” the senator said.",
        &[None],
    );
}

#[test]
fn no_cut_of_a_text_breaks_anything() {
    let text = ", and said “A,” Li and Mr. U.S. President of the Bank of, said who, “no” ― X\n“said” by (Li) Sens. A & B’s Office for “é” according to\n: Said Li: “It’s ‘the’ end” – US, he said to Li’s ministers, Kim and Bob, 40, of\n”,";
    for (cut, _) in text.char_indices() {
        for part in [text.get(..cut), text.get(cut..)].into_iter().flatten() {
            let story = Story { text: part.to_owned(), ..Story::default() };
            let facts = pick(&story);
            let anchors = facts
                .people
                .iter()
                .flat_map(|p| &p.mentions)
                .chain(facts.quotes.iter().flat_map(|q| &q.parts));
            assert!(
                anchors.into_iter().all(|at| part.get(at.start as usize..at.end as usize).is_some()),
                "{part:?}"
            );
        }
    }
}

#[test]
fn a_person_named_behind_a_role_speaks() {
    check("The institute's director, Mary Smith, says so. “We are all tired.”", &[Some("Mary Smith")]);
    check("“It was clear from the start,” explained the court in its ruling.", &[Some("the court")]);
}

#[test]
fn a_pronoun_goes_on_with_whoever_was_reported() {
    check(
        "Mary Smith won. She says that Kerrin Jones was behind it. “I swam with Jones for days,” she said.",
        &[Some("Mary Smith")],
    );
    check(
        "Paul Jones died at home, John Brown said. “He was a wonderful friend to us,” he said.",
        &[Some("John Brown")],
    );
}

#[test]
fn who_is_told_of_between_commas_speaks() {
    check("Jane Smith, 34, from Leeds, who lost her job, said: “We go on with it.”", &[Some("Jane Smith")]);
    check("Jane Smith, the day after, left it open, she said: “We go on with it.”", &[Some("Jane Smith")]);
    check("“Good man,” her neighbour of many years, John Orr, said.", &[Some("John Orr")]);
    check(
        "It was described by homelessness charity Hearth as a “chance that comes once”.",
        &[Some("Hearth")],
    );
}

#[test]
fn what_belongs_to_a_pronoun_leaves_it_to_whom_it_was() {
    check(
        "Smith, Mary Smith, wept. Her mother, Jane Orr, was born there.\n“We are all tired,” she said.",
        &[Some("Mary Smith")],
    );
}

#[test]
fn the_company_is_the_one_named_before() {
    check("Acme Corp rose. The company said it was “very pleased with all of it”.", &[Some("Acme Corp")]);
    check("Acme Corp sued Brook Ltd. The company said it was “very pleased with all of it”.", &[None]);
}

#[test]
fn a_second_verb_keeps_its_subject() {
    check(
        "She begged her brother to leave the car. Ann Mears then told her brother to stop and repeatedly said: “Leave it all now.”",
        &[Some("Ann Mears")],
    );
    check("Ann Mears met John Brown and said “it was a good day for all”.", &[Some("Ann Mears")]);
    check(
        "“We will go on with it,” Ann Mears, the mayor of Dunmore, one of the towns, said.",
        &[Some("Ann Mears")],
    );
}

#[test]
fn who_is_quoted_and_who_wrote() {
    check("The Gazette quoted Ann Mears as saying “it was a good day for all”.", &[Some("Ann Mears")]);
    check("The club had a letter from Ann Mears saying it was “a good day for all”.", &[Some("Ann Mears")]);
    check("However, Ann Mears, the owner, hit back: “It was a good day for all.”", &[Some("Ann Mears")]);
    check("“It was a good day for us all,” said Dunmore County Sheriff Ann Mears.", &[Some("Ann Mears")]);
}

#[test]
fn a_body_by_its_last_word_and_a_person_by_what_he_was() {
    let police = "The Dunmore Police Department closed the road. Rain fell for days.\nNobody came by car, and the shops were shut for the whole day.\nBuses stood still too.";
    check(
        &format!("{police} “We are all tired,” the department said."),
        &[Some("Dunmore Police Department")],
    );
    check(
        "Paul Jones was angry about it. “We are all tired,” the former Leeds coach said.",
        &[Some("Paul Jones")],
    );
    let report = "Ann Mears, a researcher and one of the report’s authors, was there.";
    check(&format!("{report} “We are all tired,” the report said."), &[Some("the report")]);
}

#[test]
fn dates_and_adjectives_say_nothing() {
    check(
        "They saw it on Thursday, according to their lawyers, and said they had “more questions than answers”.",
        &[None],
    );
    check(
        "The Republican National Committee met. The site rated most Republican claims as “quite false and made up”.",
        &[None],
    );
}

#[test]
fn those_who_only_stand_beside_the_verb_do_not_speak() {
    check(
        "A note issued after a meeting chaired by Leeds leader Mary Smith called for a “quick return of the envoy”.",
        &[None],
    );
    check(
        "Mary Smith met them to discuss Ann Jones’s accusation that he was “guilty of all that happened”.",
        &[Some("Ann Jones")],
    );
    check(
        "Mary Smith says the United States believes that he is in the “southern and eastern part” of it.",
        &[Some("Mary Smith")],
    );
}

#[test]
fn a_comma_behind_a_name_or_a_nation_before_it_hides_nobody() {
    check(
        "Council chairman Paul Smith, said it was effective. “I do not want to go into it.”",
        &[Some("Paul Smith")],
    );
    check(
        "South African captain Paul Smith says bowler John Jones is fit. “I think it is fine,” he said.",
        &[Some("Paul Smith")],
    );
}

#[test]
fn brackets_inner_quotes_and_clauses_about_others_hide_nobody() {
    check(
        "“They would go and get it,” Rep. Ann Jones (R-Fla.), a panel member, said by phone. “It is a deal for all.”",
        &[Some("Ann Jones"); 2],
    );
    check(
        "“He said, ‘We want to work with you,’” Mary Smith recalled. “It was good to hear that.”",
        &[Some("Mary Smith"); 2],
    );
    check(
        "Mary Smith would not pay an architect who said he was owed it, saying, “Maybe the work was not good.”",
        &[Some("Mary Smith")],
    );
    check(
        "Mary Smith told a young woman who suggested it that “this is not the first time we fail.”",
        &[Some("Mary Smith")],
    );
}

#[test]
fn bodies_of_any_kind_speak_and_nouns_like_verbs_do_not_stop() {
    check("“It will open in spring,” the carmaker said of the long plan.", &[Some("the carmaker")]);
    check(
        "“It is an invasion of it,” Mary Smith, the head of the board, one of the states suing it, said.",
        &[Some("Mary Smith")],
    );
}

#[test]
fn titles_with_a_stop_and_blank_lines_lie_between() {
    check(
        "“They all know of it,” Mary Smith said on the network’s “Ann and Friends.” “I mean, there is a lot of it here.”",
        &[Some("Mary Smith"); 2],
    );
    check(
        "The Leeds Herald reports:\n\n“In a sign of it, few of them gave any of it at all.”",
        &[Some("Leeds Herald")],
    );
}

#[test]
fn a_pronoun_goes_on_with_somebody_unnamed() {
    let spokesman = "Paul Jones left the club. A spokesman for the club said it was late.";
    check(&format!("{spokesman} He added: “We are all tired of it.”"), &[Some("A spokesman for the club")]);
    check(&format!("{spokesman} “We are all tired of it,” she added."), &[None]);
    check(
        "Paul Jones left. “It is late for us,” a police spokeswoman said.\n“We are all tired of it,” she added.",
        &[Some("a police spokeswoman"); 2],
    );
    check("Mary Smith spoke. The woman’s joy was plain to see. “Here comes the big one,” she said.", &[None]);
    check(
        "Paul Jones is a clerk. It is no use, noted NBC’s Dunno Chinni. “They come far too late,” he wrote.",
        &[None],
    );
    check(
        "Paul Jones left. “It is late for us,” the report said.\n“We are all tired of it,” he added.",
        &[Some("the report"), Some("Paul Jones")],
    );
}

#[test]
fn a_pronoun_in_a_second_clause_goes_to_the_one_it_fits_or_to_nobody() {
    check(
        "General Michael Brown said Donald Smith was right when he said that “the men have been let down by all”.",
        &[None],
    );
    check(
        "Ash Brown called Mary Smith “a very bad loser” after she had met the board and said it was “a good day for all”.",
        &[Some("Ash Brown"), None],
    );
}

#[test]
fn who_is_said_in_another_way_is_whoever_was_told_of() {
    check(
        "Mary Smith asked for it.\n“We will go on with it,” the Vermont senator said.",
        &[Some("Mary Smith")],
    );
    check(
        "Mary Smith spoke of it.\nThe former mayor and current board member said it was “a good day for us”.",
        &[Some("Mary Smith")],
    );
    check(
        "Paul Jones was fined.\n“You should have known of it,” the Leeds judge said.",
        &[Some("the Leeds judge")],
    );
}

#[test]
fn words_go_on_with_whoever_was_named_last() {
    check(
        "The Gazette reports: “Pilots are looking for work” in town, said Ann Mears, a lecturer. “It is a very bad time.”",
        &[Some("Gazette"), Some("Ann Mears")],
    );
    check(
        "“It was a good day for all.” ― Ann Mears\n“I would rather have stayed at home.”",
        &[Some("Ann Mears"), None],
    );
}

#[test]
fn words_that_a_speaker_cuts_in_two() {
    check("“It is out there,” said Mary Smith, “and will take years to go.”", &[Some("Mary Smith")]);
    check("“It is out there,” says Mary Smith, a lawyer, “and will take years.”", &[Some("Mary Smith")]);
    check(
        "“It is out there,” said Mary Smith, and John Brown dreamt of “what will take many years to go”.",
        &[Some("Mary Smith"), None],
    );
}

#[test]
fn speakers_far_from_their_verb_or_behind_it() {
    check("“We are like any other town” trying to go on, says Mary Smith, a clerk.", &[Some("Mary Smith")]);
    let long = "Mary Smith, who has voted against all five plans of the board this year to keep the old bridge over the \
        river open to lorries and buses of the port and the town, said it was “a very bad idea”.";
    check(long, &[Some("Mary Smith")]);
}

#[test]
fn a_pronoun_is_nobody_who_is_named_after_it() {
    let text = "Chairman Paul Orr, in a note for the board, praised John Brown's “vision and leadership”.\n\
        He said that Brown would “go on to give his best advice to all”.";
    check(text, &[Some("Paul Orr"), Some("Paul Orr")]);
}

#[test]
fn whose_words_a_second_clause_does_not_tell() {
    check("Mary Smith called it “a very bad idea”, and John Brown said no.", &[Some("Mary Smith")]);
    let form = "On the form checked by the council and confirmed by a clerk, Paul Orr answered “no” to all.";
    check(form, &[Some("Paul Orr")]);
}

#[test]
fn roles_told_beside_a_name_are_its_own() {
    check("“We go,” says Acme Events Founder and Lead Designer Mary Smith.", &[Some("Mary Smith")]);
    check("“We go,” says Acme Events Co-Owner and Lead Planner Mary Smith.", &[Some("Mary Smith")]);
    check("“We go,” said founder and chief executive Mary Smith.", &[Some("Mary Smith")]);
    check("“We go,” said a spokesman for mayor Mary Smith.", &[Some("a spokesman for mayor Mary Smith")]);
    check(
        "“We go on,” Mary Smith, vice president of Orr’s Locks & Keys told us in May.",
        &[Some("Mary Smith")],
    );
    check("Mary Smith of Acme confirms, “We go on with it all.”", &[Some("Mary Smith")]);
}

#[test]
fn words_that_are_said_to_be_somebodys() {
    check(
        "Mary Smith left. It was, in Smith’s words, a “world of ideas that I can explore alone.”",
        &[Some("Mary Smith")],
    );
    check("One tester said: “We go on with it all.”", &[Some("One tester")]);
    check(
        "A meta-analysis of them concludes that “it is safe within limits.”",
        &[Some("A meta-analysis of them")],
    );
    check("Mary Smith spoke of “anxiety” in the corps.", &[Some("Mary Smith")]);
}

#[test]
fn a_missing_space_hides_no_sentence() {
    check("“We go,” said Mary Smith.“So it is a good day for all.”", &[Some("Mary Smith"); 2]);
}

#[test]
fn a_time_between_subject_and_verb_hides_nobody() {
    check("Mary Smith on Sunday morning confirmed it was “a very bad idea for all”.", &[Some("Mary Smith")]);
    check("Mary Smith late last week said it was “a very bad idea for all”.", &[Some("Mary Smith")]);
    check(
        "Mary Smith said ministers of EU states will meet to “talk of it in good time”.",
        &[Some("Mary Smith")],
    );
}

#[test]
fn whoever_is_named_behind_the_verb_goes_on() {
    let text = "With no money, the town will have to lend from Acme, but it should look at it anew, says Mary Smith.";
    check(&format!("{text} “They cannot go on with it like that.”"), &[Some("Mary Smith")]);
    check("Paul Orr, in a note, said Mary Smith’s “vision and zeal saved it all”.", &[Some("Paul Orr")]);
}

#[test]
fn a_pronoun_looks_past_its_own_words() {
    let long = "“It grows. It does. We buy it. They sell it. That is it. So we are here to stay,” she said.";
    check(&format!("Mary Smith said it was a good town.\n{long}"), &[Some("Mary Smith")]);
}

#[test]
fn who_is_known_by_age_is_the_one_told_of_before() {
    check("Paul Orr won.\n“It was a good day. It was fine,” said the 36-year-old.", &[Some("Paul Orr")]);
    check("It was a show by Orr, Paul Orr. “It was a good day,” the 36-year-old said.", &[Some("Paul Orr")]);
    check("Then Paul Orr met John Brown. “It was a good day,” said the 36-year-old plumber.", &[None]);
}

#[test]
fn what_is_told_of_a_speaker_hides_nobody() {
    check(
        "“It is very rare,” Paul Orr, vice president of Acme, a coin grading company in Ohio told us.",
        &[Some("Paul Orr")],
    );
    check(
        "Novelist Mary Smith, from Leeds, who has written ten books, admitted it was “not a thing for me”.",
        &[Some("Mary Smith")],
    );
    check(
        "Mary Smith of the think tank called him a “hard-liner” who would not yield.",
        &[Some("Mary Smith")],
    );
}

#[test]
fn a_country_that_acts_goes_on_as_it() {
    let text = "France did not come, and sent a note. It argued that the plan was “a very bad idea for all”.";
    check(text, &[Some("France")]);
    check("They met in France. It argued that the plan was “a very bad idea for all”.", &[None]);
}

#[test]
fn papers_that_write_the_opening_mark_before_an_s() {
    check("Ann Orr, Paul Orr‘s mother, said it was “a very good day for us”.", &[Some("Ann Orr")]);
}

#[test]
fn whom_somebody_tells_does_not_speak() {
    let text = "Mary Smith, who was a clerk of the court, told The Sun: “It was a very bad day for all.”";
    check(text, &[Some("Mary Smith")]);
    check("Mary Smith of the Gazette recalled: “It was a very bad day for all.”", &[Some("Mary Smith")]);
    check(
        "A statement from the Mercy Hospital says “it was told all that it had to know”.",
        &[Some("A statement from the Mercy Hospital")],
    );
}

#[test]
fn whose_claims_and_thoughts_they_are() {
    check(
        "Ann Orr left. A clerk countered her claims that she had a “very rotten time”.",
        &[Some("Ann Orr")],
    );
    check(
        "Paul Orr told the Gazette that, contrary to what she believes, it was “a very good time for all”.",
        &[Some("Paul Orr")],
    );
    check("The board met. Smith, in its campaign pledges, is to “abolish it in the end”.", &[None]);
    check("A note told how board members wrote of “a very bad idea for all”.", &[Some("board members")]);
}

#[test]
fn they_are_several_and_it_is_what_spoke() {
    check("The lawmakers met in Acme Corp. “We are all tired of it,” they wrote.", &[Some("The lawmakers")]);
    check("They sent a note to the leaders. “We are all tired of it,” they wrote.", &[None]);
    check("Orr and his colleagues met. “We are all tired of it,” they wrote.", &[None]);
    check(
        "Acme Corp left. “It is late for us,” the letter said. It called it “a very bad idea for all”.",
        &[Some("the letter"); 2],
    );
}

#[test]
fn a_question_put_to_somebody_is_not_theirs() {
    check("Paul Orr was asked, “Do you feel any guilt?” He admitted that he did.", &[None]);
}

#[test]
fn words_that_run_on_are_of_whoever_is_named_at_their_end() {
    let first = "“It was a good day.\n“It was late.\n“We go on with it,” Paul Orr said.";
    check(first, &[Some("Paul Orr")]);
    check("“It was a good day.”\n“We go on with it,” Paul Orr said.", &[None, Some("Paul Orr")]);
}

#[test]
fn as_somebody_put_it() {
    check("It was, as Paul Orr put it, “a good day for us all”.", &[Some("Paul Orr")]);
    check(
        "The host, Acme Corp board member Mary Smith, said it was “a good day for us all”.",
        &[Some("Mary Smith")],
    );
}

#[test]
fn a_line_of_words_alone_is_of_whom_the_line_before_tells() {
    let text = "Paul Orr, 58, told John Brown in Leeds it was late.\nHe lamented that it was not over.";
    check(&format!("{text}\n“It has nothing to do with us here.”"), &[Some("Paul Orr")]);
    check(&format!("{text}\n“It has nothing to do with us here” was all there was."), &[None]);
}

#[test]
fn a_source_at_the_end_of_its_sentence() {
    check(
        "The deal is “likely to end in less of it” in the shops, according to a letter to Acme.",
        &[Some("a letter to Acme")],
    );
    check("He is seen as a “hard-liner” even by them, said Mary Smith, a clerk.", &[Some("Mary Smith")]);
    check(
        "Canadian ministers are looking at it too and have concluded it is “likely to end in less of it”.",
        &[Some("Canadian ministers")],
    );
}

#[test]
fn what_a_speaker_owns_or_is_over_speaks_for_nobody() {
    let told = "Mary Jailani, director general for Asia and Africa, who came with Ann Orr,";
    check(&format!("“We are all tired of it,” {told} told the paper."), &[Some("Mary Jailani")]);
    let owner = "the parent company of Facebook, WhatsApp and Instagram,";
    check(&format!("“We are all tired of it,” Google, {owner} said."), &[Some("Google")]);
    check("“We are all tired,” Orrin, which owns Facebook, WhatsApp and Google, said.", &[Some("Orrin")]);
    check("One of those who wrote the long letter called it “a day of shame”.", &[None]);
    check("“We are all tired of it,” Orr's niece, clerk Ann Pellam, said.", &[Some("Ann Pellam")]);
}

#[test]
fn a_statement_is_of_whom_lets_it_out() {
    let denied = "Google denied it, posting a statement on its site that said";
    check(&format!("{denied}, “We did nothing of the kind.”"), &[Some("Google")]);
    check("Google issued a short statement calling it “a day of shame”.", &[Some("Google")]);
}

#[test]
fn a_paper_that_reports_them_did_not_say_the_words() {
    check("Mary Smith called it “a day of shame for all”, Reuters reported.", &[Some("Mary Smith")]);
    check("“It was a day of shame for all”, Reuters reported.", &[Some("Reuters")]);
}

#[test]
fn what_is_named_on_the_way_is_not_it() {
    check("They saw a letter about Google's hope. “We are all tired of it,” it said.", &[None]);
    check("She deleted her Twitter posts. “We are all tired of it,” it said.", &[None]);
    check("Google's profit fell. “We are all tired of it,” it said.", &[Some("Google")]);
    check("To win over many of the students, they said: “We are all tired of it.”", &[None]);
}

#[test]
fn a_nickname_ends_no_clause() {
    check("“We are all tired of it,” Mary “Moll” Smith said on Monday.", &[Some("Mary “Moll” Smith")]);
}

#[test]
fn what_was_said_before_is_of_another_clause() {
    let past = "Mary Smith said that China had explained its plan, and it was";
    check(&format!("{past} “a day of shame for all”."), &[Some("Mary Smith")]);
    check("Mary Smith said that China had called it “a day of shame for all”.", &[Some("China")]);
}

#[test]
fn what_is_told_does_not_open_with_its_teller() {
    let seen = "a lawyer, said a doctor saw the man.";
    check(&format!("Mary Smith, {seen} “It was very late,” she said."), &[Some("Mary Smith")]);
    let told = "“We are all tired of it,” the Herald quoted";
    check(&format!("{told} Mary Smith as saying."), &[Some("Mary Smith")]);
    check(&format!("{told} a police official as saying."), &[Some("a police official")]);
    // Of the two only he is known as a man; the other spoke, or did not.
    let other = "Vandro Orr said that Peter Smith was wrong.";
    check(&format!("{other} “It was very late,” he said."), &[Some("Vandro Orr")]);
    let silent = "Vandro Orr left with Peter Smith.";
    check(&format!("{silent} “It was very late,” he said."), &[None]);
}

#[test]
fn letters_behind_a_name_and_people_without_one() {
    check("Judge Alan Quayle QC, passing sentence, said: “It was all of it wrong.”", &[Some("Alan Quayle")]);
    check(
        "A woman who lives nearby said: “It was all over in a minute.”",
        &[Some("A woman who lives nearby")],
    );
}

#[test]
fn lines_that_are_all_words_go_with_the_line_before_them() {
    let told = "Then Mary Smith said the town was safe.\n";
    check(
        &format!("{told}“We go on with it now.\n“It is late and we are all tired.”"),
        &[Some("Mary Smith")],
    );
    check(&format!("{told}“We go on with it now.\n“It is late,” John Brown replied."), &[Some("John Brown")]);
    check(&format!("{told}“We go on with it now.\nThey left."), &[None]);
    check(&format!("{told}“We go on with it now.\nThey left.\n“It is late and we are tired.”"), &[None; 2]);
}

#[test]
fn who_is_told_of_in_the_paper_s_words() {
    check(
        "Mary Smith left. “We are not as one,” she said, describing the crisis as both a humanitarian and a security risk.\n“I called it,” she said.",
        &[Some("Mary Smith"), Some("Mary Smith")],
    );
    check(
        "John Brown went home. But in his book he said that they were close to Peter Orr's hut.\n“They fled,” he wrote.",
        &[Some("John Brown")],
    );
}

#[test]
fn what_somebody_did_meanwhile() {
    check(
        "Mary Smith, 54, standing on a corner of Orrin Lane, told the board that the huts are “a plain old mess.”",
        &[Some("Mary Smith")],
    );
}

#[test]
fn whom_a_paper_puts_in_brackets() {
    check(
        "John Brown left. Peter Orr stayed.\nOn that, he (Brown) further stated that, “It was late.”",
        &[Some("John Brown")],
    );
}

#[test]
fn more_words_between_a_subject_and_the_words() {
    check("Mary Smith spoke. She further warned that, “It was late.”", &[Some("Mary Smith")]);
    check("Mary Smith questioned the old rule, remarking, “Why should it be late?”", &[Some("Mary Smith")]);
    check("“It was late by a year or two,” according to the audit on 4 May 2024.", &[Some("the audit")]);
}

#[test]
fn who_is_blamed_for_saying_it() {
    check("Peter Orr slammed Mary Smith for saying “it was all so late”.", &[Some("Mary Smith")]);
    check("Peter Orr accused Mary Smith of saying “it was all so late”.", &[Some("Mary Smith")]);
    check("He was sued by the clerk Mary Smith for saying “it was all so late”.", &[None]);
}

#[test]
fn whose_words_they_are_is_told_anew() {
    check(
        "“It is late,” said Mary Smith. The paper of the board ended thus: “It was all so late to us.”",
        &[Some("Mary Smith"), None],
    );
    check("They wrote to Mary Smith because, in their words: “It was all so late to us.”", &[None]);
    check("Without naming Mary Smith, the owner left, saying it was “all so late to us”.", &[None]);
}
