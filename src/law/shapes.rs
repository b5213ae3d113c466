//! Every form that each finding can take: what words must be written for.
//!
//! Kept by hand from the decision table; the walk over every path fails where the rules and this differ.

use super::finding::{
    FindingId::{self, *},
    Nation::{self, *},
    Shape,
    Strength::{self, *},
    Timing::{self, *},
};

const fn claim(strength: Strength, timing: Timing) -> Shape {
    Shape { strength: Some(strength), timing: Some(timing), nation: None }
}

const fn about(nation: Nation) -> Shape {
    Shape { strength: None, timing: None, nation: Some(nation) }
}

const PLAIN: Shape = Shape { strength: None, timing: None, nation: None };
const S0_NOW: Shape = claim(S0, Now);
const S0_LEAVING: Shape = claim(S0, OnLeaving);
const S1_NOW: Shape = claim(S1, Now);
const S1_LEAVING: Shape = claim(S1, OnLeaving);
const S2_NOW: Shape = claim(S2, Now);
const S2_LEAVING: Shape = claim(S2, OnLeaving);
const S3_NOW: Shape = claim(S3, Now);
const S3_LEAVING: Shape = claim(S3, OnLeaving);
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
    }
}
