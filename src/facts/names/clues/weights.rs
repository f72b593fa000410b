//! Clues -> what they weigh for each kind of name.
//!
//! In: the [`Clue`]s of one written form. Out: their sums for person, organisation, place. The weights were set by hand and
//! tuned on news articles read for it.

/// What may be said for or against a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::facts::names) enum Clue {
    ListedPlace,
    PlaceOrPerson,
    ListedOrganisation,
    ListedOther,
    Demonym,
    OrganisationHead,
    PlainOrganisationHead,
    LongPlainHead,
    PlainPlaceHead,
    OrganisationOpener,
    PlaceHead,
    FamilyOrPlaceHead,
    PlaceOpener,
    Direction,
    DirectionOfState,
    GivenAndMore,
    GivenAndPlain,
    GivenAlone,
    KnownPerson,
    FamilyAlone,
    FamilyAgain,
    OfficeFor,
    RoleAtBefore,
    FamilyLast,
    FamilyFirst,
    Initial,
    Particle,
    Generation,
    CamelCase,
    Acronym,
    AcronymInside,
    PlainEnd,
    EndsInInitial,
    Ampersand,
    PlainAmpersand,
    CompanySuffix,
    UnknownPair,
    UnknownWord,
    RoleOf,
    Title,
    RoleBefore,
    RoleBeforeAlone,
    BodyNounBefore,
    PlaceNounOfBefore,
    PlaceNounAfter,
    WorkNounAfter,
    BodyNounAfter,
    InBefore,
    NearBefore,
    FromBefore,
    GoesBefore,
    StateAfter,
    AgeAfter,
    WhoAfter,
    CueAfter,
    CueBefore,
    AcronymAfter,
    OwnsOffice,
    OwnsKin,
    OwnsLand,
    RoleOfBefore,
    TheBefore,
    TheAlone,
    ArticleBefore,
    KinBefore,
    RoleAfterComma,
    BodyAfterComma,
    TheRiver,
    AgeOfBefore,
    PlaceBeside,
    PersonBeside,
    BodyBeside,
    Thing,
    InMarks,
    AccordingBefore,
    ToldBefore,
    RoleAfter,
    Trades,
    WhichAfter,
    SpeaksAlone,
    ActsAsMany,
    Bearing,
}

impl Clue {
    /// True for what lies around places.
    pub fn locates(self) -> bool {
        matches!(
            self,
            Clue::InBefore
                | Clue::NearBefore
                | Clue::FromBefore
                | Clue::GoesBefore
                | Clue::PlaceNounOfBefore
                | Clue::PlaceNounAfter
                | Clue::AgeOfBefore
                | Clue::Bearing
                | Clue::OwnsLand
        )
    }

    /// What the clue adds: to person, organisation, place. Units: tenths, as small numbers take least room.
    fn weights(self) -> [i8; 3] {
        match self {
            Clue::ListedPlace => [-10, 0, 40],
            Clue::PlaceOrPerson => [3, 0, 25],
            Clue::ListedOrganisation => [-10, 40, -10],
            Clue::ListedOther | Clue::Demonym | Clue::RoleOf => [-60, -60, -60],
            Clue::OrganisationHead => [-30, 32, -10],
            Clue::PlainOrganisationHead => [-20, 20, -5],
            Clue::LongPlainHead => [0, 5, 0],
            Clue::PlainPlaceHead => [-20, -5, 16],
            Clue::OrganisationOpener => [-30, 32, -10],
            Clue::PlaceHead => [-30, -5, 32],
            // `Ann Park`: the words around must say that it is a place.
            Clue::FamilyOrPlaceHead => [-10, -5, 16],
            Clue::PlaceOpener => [-10, 0, 26],
            Clue::Direction => [-20, -10, 35],
            // Universities and their teams are named so too: the words around must say that it is a place.
            Clue::DirectionOfState => [-20, 0, 12],
            Clue::GivenAndMore => [32, 0, -5],
            Clue::GivenAndPlain => [21, 0, 0],
            Clue::GivenAlone => [8, 0, 0],
            Clue::KnownPerson => [30, -10, 0],
            Clue::FamilyAlone => [12, 0, 0],
            Clue::FamilyAgain => [15, 0, 0],
            Clue::OfficeFor => [-30, 32, -30],
            Clue::RoleAtBefore => [-40, 26, -5],
            Clue::FamilyLast => [16, 0, 0],
            Clue::FamilyFirst => [10, 0, 0],
            Clue::Initial => [22, -5, -5],
            // `Santo Ludo de Orra`: the words around may say that it is a place.
            Clue::Particle => [18, 0, 3],
            Clue::Generation => [30, -10, -10],
            Clue::CamelCase => [-15, 16, -20],
            Clue::Acronym => [-20, 8, -5],
            Clue::AcronymInside => [-30, 0, -5],
            Clue::PlainEnd => [-25, 0, -5],
            // Half of a name: the rest stands behind a nickname, or behind the one it shares a family name with.
            Clue::EndsInInitial => [-120, 0, 0],
            Clue::Ampersand => [-20, 24, -10],
            // `Pros & Cons`.
            Clue::PlainAmpersand => [-20, 12, -10],
            Clue::CompanySuffix => [-30, 40, -20],
            Clue::UnknownPair => [13, 0, 4],
            Clue::UnknownWord => [0, 0, 4],
            Clue::Title => [40, -20, -30],
            Clue::RoleBefore => [30, 0, -10],
            Clue::RoleBeforeAlone => [10, 3, -5],
            Clue::BodyNounBefore => [-10, 25, -5],
            Clue::PlaceNounOfBefore => [-10, -5, 30],
            Clue::WorkNounAfter => [-10, 5, -30],
            Clue::PlaceNounAfter => [-10, -5, 26],
            Clue::BodyNounAfter => [-3, 20, 0],
            Clue::InBefore => [-10, -2, 20],
            Clue::NearBefore => [-12, -2, 20],
            Clue::FromBefore => [0, 0, 4],
            // `fled to Quarrin`, `a woman from Quarrin`, `the plant at Quarrin`.
            Clue::GoesBefore => [-5, -2, 20],
            Clue::StateAfter => [-5, -5, 28],
            Clue::AgeAfter => [32, -10, -10],
            Clue::WhoAfter => [22, -4, -10],
            Clue::CueAfter => [10, 6, -3],
            Clue::CueBefore => [10, 2, -3],
            Clue::AcronymAfter => [-20, 30, 5],
            Clue::OwnsOffice => [-5, 18, 2],
            Clue::OwnsKin => [22, -10, -10],
            Clue::OwnsLand => [-8, 0, 14],
            Clue::RoleOfBefore => [-10, 18, 4],
            Clue::TheBefore => [-20, 3, 0],
            // `a bomb called the Daisy Cutter`.
            Clue::TheAlone => [-15, 0, 0],
            Clue::ArticleBefore => [-15, -5, -5],
            Clue::KinBefore => [30, -20, -20],
            Clue::RoleAfterComma => [26, -2, -8],
            Clue::BodyAfterComma => [-15, 26, -10],
            // `the Amazon`: what a company is named after.
            Clue::TheRiver => [-20, -60, 60],
            // `aged 34, of Pellam Court`.
            Clue::AgeOfBefore => [-5, -20, 30],
            Clue::PlaceBeside => [-5, -5, 24],
            // `Ann Lee, Bo Tan and Cy Orr`.
            Clue::PersonBeside => [10, -5, -5],
            // `the JIP, the CDPJ and Vandril`.
            Clue::BodyBeside => [-10, 26, -5],
            Clue::Thing => [-40, -40, -40],
            Clue::InMarks => [-36, -6, -20],
            Clue::AccordingBefore => [4, 25, -5],
            // `told Vandrilo`: a paper, if nobody is called so.
            Clue::ToldBefore => [0, 4, 0],
            Clue::RoleAfter => [-5, 16, 3],
            Clue::Trades => [-3, 18, -8],
            Clue::WhichAfter => [-20, 8, 4],
            // Somebody would have been named in full.
            Clue::SpeaksAlone => [-10, 20, -10],
            // `Newcastle are two points ahead`: a town's team.
            Clue::ActsAsMany => [-10, 45, -15],
            // `south of Goulburn`.
            Clue::Bearing => [-30, 0, 32],
        }
    }
}

/// What a clue counts for when it comes more than once, in total.
const REPEATED: f32 = 1.4;

/// The clues of one written form, over all its mentions.
#[derive(Clone, Debug, Default)]
pub(in crate::facts::names) struct Clues {
    /// By clue, so that sums always run in one order.
    seen: Vec<(Clue, u32)>,
}

impl Clues {
    pub fn add(&mut self, clue: Clue) {
        let at = self.seen.partition_point(|(c, _)| *c < clue);
        match self.seen.get_mut(at).filter(|(c, _)| *c == clue) {
            Some((_, count)) => *count += 1,
            None => self.seen.insert(at, (clue, 1)),
        }
    }

    pub fn has(&self, clue: Clue) -> bool {
        self.has_any(&[clue])
    }

    /// Whether at least one of them was seen.
    #[inline(never)]
    pub fn has_any(&self, clues: &[Clue]) -> bool {
        self.seen.iter().any(|(seen, _)| clues.contains(seen))
    }

    /// Sums for person, organisation, place.
    pub fn sums(&self) -> [f32; 3] {
        let mut sums = [0.0; 3];
        for (clue, count) in &self.seen {
            let factor = if *count > 1 { REPEATED } else { 1.0 };
            let weights = clue.weights();
            for (n, weight) in weights.into_iter().enumerate() {
                sums[n] += factor * (f32::from(weight) / 10.0);
            }
        }
        sums
    }
}
