//! Every form that each finding can take: what words must be written for.
//!
//! Kept by hand from the decision table; the walk over every path fails where the rules and this differ.

use super::finding::{
    FindingId::{self, *},
    Nation::{self, *},
    Shape,
    Strength::{self, *},
    Timing::{self, *},
    Urgency::{self, *},
};

const fn claim(strength: Strength, timing: Timing) -> Shape {
    Shape { strength: Some(strength), timing: Some(timing), ..PLAIN }
}

const fn of(nation: Nation, claim: Shape) -> Shape {
    Shape { nation: Some(nation), ..claim }
}

const fn about(nation: Nation) -> Shape {
    of(nation, PLAIN)
}

const fn pressing(urgency: Urgency) -> Shape {
    Shape { urgency: Some(urgency), ..PLAIN }
}

const PLAIN: Shape = Shape { strength: None, timing: None, nation: None, urgency: None };
const S0_NOW: Shape = claim(S0, Now);
const S0_LEAVING: Shape = claim(S0, OnLeaving);
const S1_NOW: Shape = claim(S1, Now);
const S1_LEAVING: Shape = claim(S1, OnLeaving);
const S2_NOW: Shape = claim(S2, Now);
const S2_LEAVING: Shape = claim(S2, OnLeaving);
const S3_NOW: Shape = claim(S3, Now);
const S3_LEAVING: Shape = claim(S3, OnLeaving);
const S2_RELEASE: Shape = claim(S2, OnRelease);
const S3_RELEASE: Shape = claim(S3, OnRelease);
const S4_NOW: Shape = claim(S4, Now);
const S4_LEAVING: Shape = claim(S4, OnLeaving);
const S5_NOW: Shape = claim(S5, Now);
const S5_LEAVING: Shape = claim(S5, OnLeaving);
const S5_RELEASE: Shape = claim(S5, OnRelease);
const ABROAD: Shape = about(Abroad);
const ENGLAND: Shape = about(England);
const NORTHERN_IRELAND: Shape = about(NorthernIreland);
const SCOTLAND: Shape = about(Scotland);
const WALES: Shape = about(Wales);

/// A claim that is S1 by itself and rests on a right of S1, S2, S4 or S5.
const UP_TO_S1: &[Shape] =
    &[S1_NOW, S1_LEAVING, S2_NOW, S2_LEAVING, S4_NOW, S4_LEAVING, S5_NOW, S5_LEAVING, S5_RELEASE];
/// The same for one that is S2 at most by itself.
const UP_TO_S2: &[Shape] = &[S2_NOW, S2_LEAVING, S4_NOW, S4_LEAVING, S5_NOW, S5_LEAVING, S5_RELEASE];
/// The same for one that is S4 or S5 by itself.
const UNCERTAIN: &[Shape] = &[S4_NOW, S4_LEAVING, S5_NOW, S5_LEAVING, S5_RELEASE];
/// S1 by itself, told by the nation of the bodies where that is known.
const UP_TO_S1_BY_NATION: &[Shape] = &[
    S1_NOW,
    S1_LEAVING,
    S2_NOW,
    S2_LEAVING,
    S4_NOW,
    S4_LEAVING,
    S5_NOW,
    S5_LEAVING,
    S5_RELEASE,
    of(England, S1_NOW),
    of(England, S1_LEAVING),
    of(England, S2_NOW),
    of(England, S2_LEAVING),
    of(England, S4_NOW),
    of(England, S4_LEAVING),
    of(England, S5_NOW),
    of(England, S5_LEAVING),
    of(England, S5_RELEASE),
    of(Wales, S1_NOW),
    of(Wales, S1_LEAVING),
    of(Wales, S2_NOW),
    of(Wales, S2_LEAVING),
    of(Wales, S4_NOW),
    of(Wales, S4_LEAVING),
    of(Wales, S5_NOW),
    of(Wales, S5_LEAVING),
    of(Wales, S5_RELEASE),
];
/// Which body is responsible, S1 by itself: asked also under a right of S3.
const BODY_UP_TO_S1: &[Shape] = &[
    S1_NOW, S1_LEAVING, S2_NOW, S2_LEAVING, S3_NOW, S3_LEAVING, S4_NOW, S4_LEAVING, S5_NOW, S5_LEAVING,
    S5_RELEASE,
];
/// The same, S2 at most by itself.
const BODY_UP_TO_S2: &[Shape] =
    &[S2_NOW, S2_LEAVING, S3_NOW, S3_LEAVING, S4_NOW, S4_LEAVING, S5_NOW, S5_LEAVING, S5_RELEASE];
/// The same, S4 or S5 by itself.
const BODY_UNCERTAIN: &[Shape] = &[S3_NOW, S3_LEAVING, S4_NOW, S4_LEAVING, S5_NOW, S5_LEAVING, S5_RELEASE];

/// With a date, and without.
const BY_URGENCY: &[Shape] = &[
    PLAIN,
    pressing(OverEightWeeks),
    pressing(ThreeToEightWeeks),
    pressing(UnderThreeWeeks),
    pressing(PerhapsLate),
];

/// Every form that a finding can take.
pub const fn shapes(id: FindingId) -> &'static [Shape] {
    match id {
        Elig27 => &[S4_NOW],
        Elig21 | Elig30 | Elig24 | Elig20 => &[S5_NOW, S5_LEAVING],
        Elig19 => &[S5_RELEASE],
        Elig02 | Elig03 | Elig17 | Elig08 | Elig01 => &[S1_NOW, S2_NOW],
        Elig29 | Elig04 | Elig06 | Elig07 | Elig05 => &[S1_LEAVING, S2_LEAVING],
        Elig28 => &[S1_NOW, S2_NOW, S3_NOW, S4_NOW],
        Elig31 | Elig26 | Elig10 => &[S2_NOW],
        Elig13 => &[S2_NOW, S2_LEAVING, S4_NOW, S4_LEAVING],
        Elig32 | Elig15 | Elig12 => &[S4_NOW, S4_LEAVING],
        Elig14 => &[S4_LEAVING],
        Elig16 => &[S3_LEAVING],
        Elig18 | Elig25 => &[S3_NOW, S3_LEAVING],
        // S4 is what S0 becomes once the law has not been checked for too long.
        Elig33 | Elig11 => &[S0_NOW, S0_LEAVING, S4_NOW, S4_LEAVING],

        End01 | End02 => &[S1_NOW, S2_NOW, S5_NOW, S5_LEAVING],
        End12 => &[S2_NOW, S5_NOW],
        End16 | End03 | End09 | End05 | End04 => &[S2_NOW, S5_NOW, S5_LEAVING],
        End06 => &[S3_NOW, S5_NOW, S5_LEAVING],
        End13 => &[S4_NOW, S5_NOW, S5_LEAVING],

        Elig09 | Elig23 | LaterStayNote | LongLeaveNote | ShortLeaveNote => &[PLAIN],
        End07 | End08 | End10 | End11 | End14 | End17 | End18 => &[PLAIN],

        AskSections | AskCourt | AskTeam | WriteToBoth | Act13 | Act16 => &[PLAIN],
        Act03 => &[ENGLAND],
        Act04 | Act14 => &[WALES],
        Act05 | Act06 | Act17 => &[ENGLAND, WALES],
        Act09 => &[SCOTLAND, NORTHERN_IRELAND, ABROAD],

        Pay04 | Pay01 | Pay24 | Pay06 => BODY_UP_TO_S1,
        Pay05 | Pay19 | PlacingCouncil | Pay02 | Pay03 => BODY_UP_TO_S2,
        // On leaving, only after a recall: then the right is S1 or S2.
        Pay18 => &[S3_NOW, S4_NOW, S5_NOW, S5_LEAVING, S5_RELEASE],
        Pay22 | Pay23 | Pay25 => BODY_UNCERTAIN,

        Pay07 | Pay29 | Pay16 => UP_TO_S1_BY_NATION,
        Pay10 | What03 => UP_TO_S1,
        What04 | Pay09 | Pay08 | What01 | What10 | Dp01 | Dp03 | Dp04 => UP_TO_S2,
        Pay28 | Pay27 | Pay21 | What11 | What08 | Dp07 | Dp05 | Dp08 => UNCERTAIN,
        // Out of hospital on a community treatment order: the right is S1 or S2.
        What09 => &[S4_NOW],
        // These do not rest on the right.
        What07 => &[S2_NOW, S2_LEAVING, S2_RELEASE],
        Pay14 => &[S2_NOW, S2_LEAVING],
        Pay17 => &[S4_NOW],
        What02 | What05 | Dp02 => &[S3_NOW, S3_LEAVING, S3_RELEASE],

        Pay26 | Pay11 | Pay12 | Pay13 | Pay15 | Pay20 | Relatives | Overseas | What06 => &[PLAIN],
        Dp06 | Elig22 | End15 => &[PLAIN],

        Act02 => BY_URGENCY,
        Act07 | Act08 | Act15 | TribunalMay | DisputeCharge | KeepProof | PrepareReview => &[PLAIN],
        Act10 | Act11 => &[ENGLAND],
        Act12 | CommunityAdvocate | ComplainOfPowers | ComplainOfProvider => &[ENGLAND, WALES],
    }
}
