//! Forms -> which of them name the same: `Li` and `Li Shangfu`, `SEC` and `Securities and Exchange Commission`.
//!
//! In: [`Form`]s. Out: for each form the index of the form it belongs to; its own where it stands alone.
//! A short form that fits two full ones goes with the one named more often; fitting both equally, it stands alone.

use super::Kind;
use super::acronyms;
use super::clues::Clue;
use super::forms::Form;
use crate::facts::document::Document;
use crate::order::Map;
use crate::rules::lexicons;
use crate::text::Words;
use crate::text::is_apostrophe;
use crate::text::word_list;

/// The root of every form.
pub(super) fn roots(document: &Document, forms: &[Form]) -> Vec<usize> {
    let index = Index::of(forms);
    let mut parents = Vec::with_capacity(forms.len());
    for form in 0..forms.len() {
        parents.push(parent(document, forms, &index, form).unwrap_or(form));
    }
    let mut roots = Vec::with_capacity(forms.len());
    for form in 0..forms.len() {
        roots.push(root(&parents, form));
    }
    roots
}

/// Steps from a form to its root at most: short form, full form, fuller form.
const MOST_STEPS: usize = 4;

fn root(parents: &[usize], form: usize) -> usize {
    let mut at = form;
    for _ in 0..MOST_STEPS {
        at = parents.get(at).copied().unwrap_or(at);
    }
    at
}

/// Forms by what a shorter form would look for.
struct Index {
    last: Map<String, Vec<usize>>,
    first: Map<String, Vec<usize>>,
    acronyms: Map<String, Vec<usize>>,
    countries: Map<&'static str, usize>,
    heads: Map<String, Vec<usize>>,
    /// What stands in quotes inside a person's name.
    nicknames: Map<String, Vec<usize>>,
}

impl Index {
    fn of(forms: &[Form]) -> Index {
        let mut index = Index {
            last: Map::default(),
            first: Map::default(),
            acronyms: Map::default(),
            countries: Map::default(),
            heads: Map::default(),
            nicknames: Map::default(),
        };
        for (i, form) in forms.iter().enumerate() {
            index.add(i, form);
        }
        index
    }

    fn add(&mut self, i: usize, form: &Form) {
        let words: Vec<&str> = form.key.split(' ').collect();
        if let Some(code) = lexicons::PLACES.get(&form.key).filter(|code| code.ends_with('=')) {
            self.countries.get_or_insert_with(code, |_| i);
        }
        if words.len() < 2 {
            return;
        }
        self.first.get_or_default(words.first().copied().unwrap_or_default().to_owned()).push(i);
        if form.kind == Some(Kind::Person) {
            self.last.get_or_default(plain(family(&words))).push(i);
            if let Some(nickname) = nickname(&form.key) {
                self.nicknames.get_or_default(nickname.to_owned()).push(i);
            }
        } else {
            for initial in words.iter().take(2).filter_map(|w| w.chars().next()) {
                self.acronyms.get_or_default(initial.to_string()).push(i);
            }
            for word in words
                .iter()
                .filter(|w| lexicons::ORGANISATION_HEADS.has(w) || lexicons::ORGANISATION_OPENERS.has(w))
            {
                self.heads.get_or_default((*word).to_owned()).push(i);
            }
        }
    }
}

/// The `la torre` of `ann " la torre " lee`; one word alone goes by its bearer as it is.
fn nickname(key: &str) -> Option<&str> {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '‘' | '’');
    let (_, rest) = key.split_once(is_mark)?;
    let (inside, _) = rest.split_once(is_mark)?;
    Some(inside.trim()).filter(|nickname| nickname.contains(' '))
}

/// The family name: the last word that is no generation.
fn family<'a>(words: &[&'a str]) -> &'a str {
    without_article(words.iter().rev().find(|word| !is_generation(word)).copied().unwrap_or(""))
}

/// A family name without what papers write in two ways: `mueller` as `muller`, `okong'o` as `okongo`.
fn plain(word: &str) -> String {
    let mut plain = String::new();
    for c in word.chars() {
        let is_umlaut = c == 'e' && plain.ends_with(['a', 'o', 'u']);
        if !is_umlaut && !is_apostrophe(c) {
            plain.push(match c {
                'ä' => 'a',
                'ö' => 'o',
                'ü' => 'u',
                c => c,
            });
        }
    }
    plain
}

/// The `jr` of `martin king jr`.
pub(super) fn is_generation(word: &str) -> bool {
    word_list!["jr", "sr", "ii", "iii", "iv"].has(word)
}

/// The `hadi` of `al-hadi`.
fn without_article(word: &str) -> &str {
    word.strip_prefix("al-").or(word.strip_prefix("el-")).unwrap_or(word)
}

/// The form that `form` is a short or other writing of.
fn parent(document: &Document, forms: &[Form], index: &Index, form: usize) -> Option<usize> {
    let this = forms.get(form)?;
    if this.clues.has_any(&[Clue::ListedOther, Clue::Demonym]) {
        return None;
    }
    if let Some(code) = lexicons::PLACES.get(&this.key).filter(|code| code.ends_with('=')) {
        return family_of_country(forms, index, this).or_else(|| index.countries.get(code).copied());
    }
    // `Ann “La Torre” Lee … La Torre`: hers, whatever place is called so.
    if let Some(people) = index.nicknames.get(&this.key) {
        return people.first().copied();
    }
    let found = with_kind(forms, index, this).or_else(|| match this.kind {
        Some(Kind::Person) if this.words > 1 => fuller_person(forms, index, form, this),
        _ if this.words == 1 => full_name(document, forms, index, form, this),
        Some(Kind::Place) => fuller_place(forms, index, form, this),
        _ => fuller_body(forms, index, form, this)
            .or_else(|| fuller_person(forms, index, form, this).filter(|_| this.kind.is_none())),
    });
    found.filter(|parent| *parent != form)
}

/// `Gaza` of `Gaza Strip`, `Conservatives` of `Conservative Party`.
fn with_kind(forms: &[Form], index: &Index, this: &Form) -> Option<usize> {
    let whole = |stem: &str, kind: &str| {
        let is_whole = |f: &Form| f.kind == this.kind && f.key.strip_prefix(stem) == Some(kind);
        index.first.get(stem)?.iter().copied().find(|i| forms.get(*i).is_some_and(is_whole))
    };
    whole(&this.key, " strip").or_else(|| whole(this.key.strip_suffix('s')?, " party"))
}

/// `Jim Jordan … Jordan said`: a family name that is a country as well, where no words around say that it is the country.
fn family_of_country(forms: &[Form], index: &Index, this: &Form) -> Option<usize> {
    let people = index
        .last
        .get(&plain(&this.key))
        .filter(|_| this.located == 0 && !this.clues.has(Clue::StateAfter))?;
    only(forms, people_of(forms, people))
}

/// Those of a list of forms that are people.
#[inline(never)]
fn people_of(forms: &[Form], list: &[usize]) -> Vec<usize> {
    let mut people = list.to_vec();
    people.retain(|i| is_person(forms, *i));
    people
}

/// `Donald Trump` of `Donald J. Trump`; `Mary Smith` of `Mary Ann Smith`.
fn fuller_person(forms: &[Form], index: &Index, form: usize, this: &Form) -> Option<usize> {
    let words: Vec<&str> = this.key.split(' ').collect();
    // `Kim Jong Un` of `Kim Jong-un`.
    let is_joined = |other: &usize| {
        let same = |f: &Form| f.words < this.words && f.key.replace('-', " ") == this.key;
        is_person(forms, *other) && forms.get(*other).is_some_and(same)
    };
    if let Some(other) = index.first.get(words.first().copied()?)?.iter().find(|i| is_joined(i)) {
        return Some(*other);
    }
    // `Ann Lee Mora` of `Ann Lee`: with both family names.
    let is_whole = |other: &usize| {
        let longer = |f: &Form| {
            let rest = f.key.strip_prefix(&this.key).and_then(|rest| rest.strip_prefix(' '));
            rest.is_some_and(|name| !name.contains(' '))
        };
        is_person(forms, *other) && forms.get(*other).is_some_and(longer)
    };
    let mut whole = Vec::new();
    for other in index.first.get(words.first().copied()?)? {
        if is_whole(other) {
            whole.push(*other);
        }
    }
    if let Some(other) = only(forms, whole) {
        return Some(other);
    }
    let others = index.last.get(&plain(family(&words)))?;
    let holds = |other: &Form| {
        let fuller: Vec<&str> = other.key.split(' ').collect();
        if same_person(&words, &fuller) {
            return rank(other) > rank(this);
        }
        let is_tail = fuller.ends_with(&words);
        fuller.len() > words.len()
            && (is_tail || fuller.first() == words.first())
            && words.iter().all(|word| fuller.contains(word))
    };
    let mut others = others.clone();
    others.retain(|i| *i != form && forms.get(*i).is_some_and(holds));
    only(forms, others)
}

/// Of two writings of one name the one with more words is the fuller, then the one used more, then the first.
fn rank(form: &Form) -> (usize, usize, std::cmp::Reverse<usize>) {
    let first = form.mentions.first().map_or(0, |m| m.first);
    (form.words, form.mentions.len(), std::cmp::Reverse(first))
}

/// True for names that differ in initials, a generation or a given name cut short alone: `Pat Smith`, `Patrick J. Smith`.
fn same_person(a: &[&str], b: &[&str]) -> bool {
    let is_small = |word: &str| word.chars().filter(|c| *c != '.').count() == 1;
    let initials = |words: &[&str]| {
        let mut initials = String::new();
        for word in words.iter().filter(|word| is_small(word)) {
            initials.push_str(word);
            initials.push(' ');
        }
        initials
    };
    let (of_a, of_b) = (initials(a), initials(b));
    let differ = !of_a.is_empty() && !of_b.is_empty() && of_a != of_b;
    let count = |words: &[&str]| words.iter().filter(|word| is_generation(word)).count();
    let generations = count(a) != count(b);
    let may_be_son = generations && of_a.is_empty() && of_b.is_empty() && a.first() == b.first();
    let core = |words: &[&str]| words.iter().filter(|w| !is_small(w) && !is_generation(w)).count();
    let given = |x: &str, y: &str| {
        x.len() >= LEAST_SHORT && y.starts_with(x) || y.len() >= LEAST_SHORT && x.starts_with(y)
    };
    let (Some(x), Some(y)) = (a.first(), b.first()) else { return false };
    !differ && !may_be_son && core(a) == 2 && core(b) == 2 && family(a) == family(b) && given(x, y)
}

/// Letters of a given name cut short, at least.
const LEAST_SHORT: usize = 3;

/// The full name a single word stands for.
fn full_name(document: &Document, forms: &[Form], index: &Index, form: usize, this: &Form) -> Option<usize> {
    let is_place = this.clues.has_any(&[Clue::ListedPlace, Clue::PlaceOrPerson]);
    let stands = [Clue::InBefore, Clue::NearBefore, Clue::StateAfter, Clue::OwnsLand, Clue::PlaceNounAfter];
    let stays_place = is_place
        && this.kind == Some(Kind::Place)
        && this.clues.has_any(&stands)
        && !this.clues.has(Clue::Title);
    let is_listed_place = this.clues.has(Clue::ListedPlace);
    let is_body = this.clues.has(Clue::ListedOrganisation);
    let person = |list: Option<&Vec<usize>>| only(forms, people_of(forms, list?));
    let is_firm = is_body
        && this.clues.has_any(&[Clue::OwnsOffice, Clue::BodyNounAfter, Clue::BodyNounBefore, Clue::Acronym]);
    let by_first = person(index.first.get(&this.key));
    if let Some(full) = by_first.filter(|full| forms.get(*full).is_some_and(|f| is_malay(document, f))) {
        return Some(full);
    }
    if !stays_place && !is_firm {
        let family = person(index.last.get(&plain(without_article(&this.key))));
        let is_known = family.is_some_and(|family| {
            !is_body || this.clues.has(Clue::Title) || opens_before(forms, family, form)
        });
        if is_known {
            return family;
        }
    }
    if !is_listed_place && !is_body && !stays_place {
        let given = by_first;
        let title = titles(document, this).next();
        let is_same = |full: &Form| titles(document, full).next() == title;
        let speaks_for_itself = this.clues.has(Clue::Title)
            && !lexicons::SURNAMES.has(&this.key)
            && !has_office(document, this)
            && !given.and_then(|i| forms.get(i)).is_some_and(is_same);
        if given.is_some() && !speaks_for_itself {
            return given;
        }
    }
    acronym_of(document, forms, index, this)
        .or_else(|| head_of(forms, index, form, this))
        .or_else(|| fuller_body(forms, index, form, this))
}

/// The words before a name that are its title or the end of its role.
fn titles<'a>(document: &'a Document, form: &'a Form) -> impl Iterator<Item = &'a str> {
    let titled = form.mentions.iter().filter(|m| m.prefix < m.first);
    titled.map(|m| document.tokens.folded(m.first - 1))
}

/// True for a name without a family's, behind a Malay honour or with a father's: `Datuk Aidi Ismail … Aidi said`.
fn is_malay(document: &Document, form: &Form) -> bool {
    const HONOURS: Words =
        word_list!["dato", "dato'", "datin", "datuk", "encik", "puan", "seri", "sri", "tun"];
    form.key.split(' ').any(|word| word_list!["bin", "binti"].has(word))
        || titles(document, form).any(|title| HONOURS.has(title))
}

/// True where a title of office stands before a given name: `Mayor Pete` is a Pete who was named; `King Charles` need not be.
fn has_office(document: &Document, form: &Form) -> bool {
    const OFFICES: Words = word_list!["congressman", "congresswoman", "gov", "governor", "mayor", "senator"];
    lexicons::GIVEN.has(&form.key) && titles(document, form).any(|title| OFFICES.has(title))
}

/// True where the form `a` comes first in the text.
fn opens_before(forms: &[Form], a: usize, b: usize) -> bool {
    let first = |i: usize| forms.get(i).and_then(|f| f.mentions.first()).map_or(0, |m| m.first);
    first(a) < first(b)
}

fn is_person(forms: &[Form], form: usize) -> bool {
    forms.get(form).is_some_and(|f| f.kind == Some(Kind::Person))
}

fn is_body(forms: &[Form], form: usize) -> bool {
    forms.get(form).is_some_and(|f| f.kind == Some(Kind::Organisation))
}

/// The one of several candidates that is named most often.
fn only(forms: &[Form], candidates: Vec<usize>) -> Option<usize> {
    let count = |i: usize| forms.get(i).map_or(0, |f| f.mentions.len());
    let most = candidates.iter().map(|i| count(*i)).max()?;
    let mut best = candidates.iter().filter(|i| count(**i) == most);
    let first = best.next().copied();
    let words = |i: usize| forms.get(i).map_or(0, |f| f.words);
    best.next()
        .map_or(first, |second| if words(*second) > first.map_or(0, words) { Some(*second) } else { first })
}

fn acronym_of(document: &Document, forms: &[Form], index: &Index, this: &Form) -> Option<usize> {
    let at = this.mentions.first()?;
    let word = document.tokens.word(at.first);
    if !acronyms::is_acronym(word) {
        return None;
    }
    let initial = this.key.chars().next()?.to_string();
    let abbreviates = |i: &usize| {
        let full = forms.get(*i).and_then(|f| f.mentions.first().map(|m| (f, m)));
        full.is_some_and(|(f, m)| {
            f.kind.is_some() && acronyms::abbreviates(&document.tokens, word, m.first, m.end)
        })
    };
    let among = index.acronyms.get(&initial)?;
    let stirred = |i: &usize| {
        let full =
            forms.get(*i).filter(|f| f.kind == Some(Kind::Organisation)).and_then(|f| f.mentions.first());
        full.is_some_and(|m| acronyms::is_stirred(&document.tokens, word, m.first, m.end))
    };
    among.iter().copied().find(abbreviates).or_else(|| among.iter().copied().find(stirred))
}

/// `the Institute` of the institute named before.
fn head_of(forms: &[Form], index: &Index, form: usize, this: &Form) -> Option<usize> {
    let first = |i: usize| forms.get(i).and_then(|f| f.mentions.first()).map_or(0, |m| m.first);
    let bodies = index.heads.get(&this.key)?.iter().copied();
    bodies.filter(|i| is_body(forms, *i) && opens_before(forms, *i, form)).max_by_key(|i| first(*i))
}

/// `Kestrel Bay airport` of `Kestrel Bay International Airport`.
fn fuller_place(forms: &[Form], index: &Index, form: usize, this: &Form) -> Option<usize> {
    let longer = |i: &usize| {
        let other = forms.get(*i).filter(|f| *i != form && f.kind == Some(Kind::Place));
        other.is_some_and(|f| rest(f, this).is_some() && f.clues.has(Clue::PlaceHead))
    };
    if !this.clues.has(Clue::PlaceNounAfter) || this.clues.has(Clue::ListedPlace) {
        return None;
    }
    index.first.get(this.key.split(' ').next()?)?.iter().copied().find(longer)
}

/// What a longer form has behind this one: the `inc` of `home depot inc`.
fn rest<'a>(full: &'a Form, this: &Form) -> Option<&'a str> {
    full.key.strip_prefix(&this.key)?.strip_prefix(' ')
}

/// `Home Depot` of `Home Depot Inc`, `Goldman` of `Goldman Sachs`.
fn fuller_body(forms: &[Form], index: &Index, form: usize, this: &Form) -> Option<usize> {
    // `a trip to Hollis`, the college.
    let is_doubtful = this.clues.has(Clue::GoesBefore)
        && this.clues.has(Clue::UnknownWord)
        && !this.clues.has_any(&[Clue::InBefore, Clue::NearBefore]);
    let other = [Clue::PlaceOrPerson, Clue::ArticleBefore, Clue::PlaceNounAfter, Clue::StateAfter];
    let fits = (is_doubtful || this.kind != Some(Kind::Place))
        && !this.clues.has_any(&other)
        && this.key.chars().count() > 2;
    let first = this.key.split(' ').next()?;
    // `Cork` is where `Cork County Council` sits.
    let is_local = |f: &Form| {
        const SEATS: Words = word_list![
            "airport",
            "borough",
            "city",
            "constabulary",
            "council",
            "county",
            "crown",
            "district",
            "magistrates",
            "police",
            "town",
            "township",
        ];
        this.words == 1 && rest(f, this).and_then(|rest| rest.split(' ').next()).is_some_and(|w| SEATS.has(w))
    };
    // `Harbour Bank …. Harbour Bank Web Services …`: who comes first under a known name goes by it.
    let is_known = this.clues.has(Clue::ListedOrganisation);
    let is_firm = |f: &Form| {
        let rest = rest(f, this).unwrap_or("");
        word_list![
            "co",
            "company",
            "corp",
            "corporation",
            "group",
            "holdings",
            "inc",
            "llc",
            "ltd",
            "news",
            "plc"
        ]
        .has(rest)
    };
    let longer = |i: &usize| {
        let starts = |f: &Form| rest(f, this).is_some() && !is_local(f);
        *i != form
            && is_body(forms, *i)
            && forms
                .get(*i)
                .is_some_and(|f| starts(f) && (!is_known || is_firm(f) || !opens_before(forms, form, *i)))
    };
    let generic = this.words == 1 && (lexicons::is_common(&this.key) || lexicons::is_people(&this.key));
    if !fits || generic {
        return None;
    }
    let owned =
        |i: &usize| *i != form && is_body(forms, *i) && forms.get(*i).is_some_and(|f| is_owned(f, this));
    let longer = index.first.get(first)?.iter().copied().find(longer);
    longer.or_else(|| index.heads.get(this.key.split(' ').next_back()?)?.iter().copied().find(owned))
}

/// `Border Agency` of `U.S. Border Agency`.
fn is_owned(full: &Form, this: &Form) -> bool {
    let owner = full.key.strip_suffix(&this.key).and_then(|rest| rest.strip_suffix(' '));
    let first = |form: &Form| form.mentions.first().map_or(0, |at| at.first);
    // `the Conservative Association` of the `Dunmore Conservative Association` named before.
    let is_told = first(full) < first(this) && !this.clues.has(Clue::ListedOrganisation);
    // `the Supreme Court …, the Colorado Supreme Court`: a land's own, where it comes first.
    if first(this) < first(full) && this.key == "supreme court" {
        return false;
    }
    this.words > 1 && owner.is_some_and(|n| is_told || lexicons::PLACES.has(n) || lexicons::DEMONYMS.has(n))
}
