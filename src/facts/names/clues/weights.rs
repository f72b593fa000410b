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
    Thing,
    InMarks,
    AccordingBefore,
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

    /// What the clue adds: to person, organisation, place.
    fn weights(self) -> [f32; 3] {
        match self {
            Clue::ListedPlace => [-1.0, 0.0, 4.0],
            Clue::PlaceOrPerson => [0.3, 0.0, 2.5],
            Clue::ListedOrganisation => [-1.0, 4.0, -1.0],
            Clue::ListedOther | Clue::Demonym | Clue::RoleOf => [-6.0, -6.0, -6.0],
            Clue::OrganisationHead => [-3.0, 3.2, -1.0],
            Clue::PlainOrganisationHead => [-2.0, 2.0, -0.5],
            Clue::LongPlainHead => [0.0, 0.5, 0.0],
            Clue::PlainPlaceHead => [-2.0, -0.5, 1.6],
            Clue::OrganisationOpener => [-3.0, 3.2, -1.0],
            Clue::PlaceHead => [-3.0, -0.5, 3.2],
            // `Ann Park`: the words around must say that it is a place.
            Clue::FamilyOrPlaceHead => [-1.0, -0.5, 1.6],
            Clue::PlaceOpener => [-1.0, 0.0, 2.6],
            Clue::Direction => [-2.0, -1.0, 3.5],
            // Universities and their teams are named so too: the words around must say that it is a place.
            Clue::DirectionOfState => [-2.0, 0.0, 1.2],
            Clue::GivenAndMore => [3.2, 0.0, -0.5],
            Clue::GivenAndPlain => [2.1, 0.0, 0.0],
            Clue::GivenAlone => [0.8, 0.0, 0.0],
            Clue::KnownPerson => [3.0, -1.0, 0.0],
            Clue::FamilyAlone => [1.2, 0.0, 0.0],
            Clue::FamilyAgain => [1.5, 0.0, 0.0],
            Clue::OfficeFor => [-3.0, 3.2, -3.0],
            Clue::RoleAtBefore => [-4.0, 2.6, -0.5],
            Clue::FamilyLast => [1.6, 0.0, 0.0],
            Clue::FamilyFirst => [1.0, 0.0, 0.0],
            Clue::Initial => [2.2, -0.5, -0.5],
            // `Santo Ludo de Orra`: the words around may say that it is a place.
            Clue::Particle => [1.8, 0.0, 0.3],
            Clue::Generation => [3.0, -1.0, -1.0],
            Clue::CamelCase => [-1.5, 1.6, -2.0],
            Clue::Acronym => [-2.0, 0.8, -0.5],
            Clue::AcronymInside => [-3.0, 0.0, -0.5],
            Clue::PlainEnd => [-2.5, 0.0, -0.5],
            // Half of a name: the rest stands behind a nickname, or behind the one it shares a family name with.
            Clue::EndsInInitial => [-12.0, 0.0, 0.0],
            Clue::Ampersand => [-2.0, 2.4, -1.0],
            // `Pros & Cons`.
            Clue::PlainAmpersand => [-2.0, 1.2, -1.0],
            Clue::CompanySuffix => [-3.0, 4.0, -2.0],
            Clue::UnknownPair => [1.3, 0.0, 0.4],
            Clue::UnknownWord => [0.0, 0.0, 0.4],
            Clue::Title => [4.0, -2.0, -3.0],
            Clue::RoleBefore => [3.0, 0.0, -1.0],
            Clue::RoleBeforeAlone => [1.0, 0.3, -0.5],
            Clue::BodyNounBefore => [-1.0, 2.5, -0.5],
            Clue::PlaceNounOfBefore => [-1.0, -0.5, 3.0],
            Clue::WorkNounAfter => [-1.0, 0.5, -3.0],
            Clue::PlaceNounAfter => [-1.0, -0.5, 2.6],
            Clue::BodyNounAfter => [-0.3, 2.0, 0.0],
            Clue::InBefore => [-1.0, -0.2, 2.0],
            Clue::NearBefore => [-1.2, -0.2, 2.0],
            Clue::FromBefore => [0.0, 0.0, 0.4],
            // `fled to Quarrin`, `a woman from Quarrin`, `the plant at Quarrin`.
            Clue::GoesBefore => [-0.5, -0.2, 2.0],
            Clue::StateAfter => [-0.5, -0.5, 2.8],
            Clue::AgeAfter => [3.2, -1.0, -1.0],
            Clue::WhoAfter => [2.2, -0.4, -1.0],
            Clue::CueAfter => [1.0, 0.6, -0.3],
            Clue::CueBefore => [1.0, 0.2, -0.3],
            Clue::AcronymAfter => [-2.0, 3.0, 0.5],
            Clue::OwnsOffice => [-0.5, 1.8, 0.2],
            Clue::OwnsKin => [2.2, -1.0, -1.0],
            Clue::OwnsLand => [-0.8, 0.0, 1.4],
            Clue::RoleOfBefore => [-1.0, 1.8, 0.4],
            Clue::TheBefore => [-2.0, 0.3, 0.0],
            // `a bomb called the Daisy Cutter`.
            Clue::TheAlone => [-1.5, 0.0, 0.0],
            Clue::ArticleBefore => [-1.5, -0.5, -0.5],
            Clue::KinBefore => [3.0, -2.0, -2.0],
            Clue::RoleAfterComma => [2.6, -0.2, -0.8],
            Clue::BodyAfterComma => [-1.5, 2.6, -1.0],
            // `the Amazon`: what a company is named after.
            Clue::TheRiver => [-2.0, -6.0, 6.0],
            // `aged 34, of Pellam Court`.
            Clue::AgeOfBefore => [-0.5, -2.0, 3.0],
            Clue::PlaceBeside => [-0.5, -0.5, 2.4],
            Clue::Thing => [-4.0, -4.0, -4.0],
            Clue::InMarks => [-3.6, -0.6, -2.0],
            Clue::AccordingBefore => [0.4, 2.5, -0.5],
            Clue::RoleAfter => [-0.5, 1.6, 0.3],
            Clue::Trades => [-0.3, 1.8, -0.8],
            Clue::WhichAfter => [-2.0, 0.8, 0.4],
            // Somebody would have been named in full.
            Clue::SpeaksAlone => [-1.0, 2.0, -1.0],
            // `Newcastle are two points ahead`: a town's team.
            Clue::ActsAsMany => [-1.0, 4.5, -1.5],
            // `south of Goulburn`.
            Clue::Bearing => [-3.0, 0.0, 3.2],
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
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += factor * weight);
        }
        sums
    }
}
