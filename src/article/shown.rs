//! Pieces that were left out of the story because the article shows them around it: its headline, section, byline and
//! dates stand above, its lead picture's caption below that.

use super::Inline;
use super::Meta;
use super::Removed;
use super::RemovedReason;
use super::push_text;
use crate::text::words::bare;

/// Gives pieces that nothing else explains their reason where the article shows what they say.
pub(super) fn explain(removed: &mut [Removed], meta: &Meta) {
    let mut shown: Vec<String> = Vec::new();
    for value in [&meta.title, &meta.section, &meta.byline, &meta.outlet] {
        shown.extend(value.as_ref().map(|value| bare(&value.value)));
    }
    shown.extend(meta.agency_credit.as_deref().map(bare));
    if let Some(lead) = &meta.lead_image {
        let mut caption = lead.caption.as_deref().map(plain).unwrap_or_default();
        shown.push(bare(&caption));
        caption.push_str(lead.credit.as_deref().unwrap_or_default());
        shown.push(bare(&caption));
    }
    for piece in removed.iter_mut().filter(|piece| piece.reason == RemovedReason::Other) {
        let said = bare(&piece.text);
        if !said.is_empty() && shown.contains(&said) {
            piece.reason = RemovedReason::Metadata;
        }
    }
}

fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_text(inlines, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Figure;
    use crate::article::Source;
    use crate::article::Sourced;

    #[test]
    fn what_stands_around_the_story_is_not_lost() {
        let said = |text: &str| Some(Sourced { value: text.to_owned(), source: Source::Visible });
        let caption = Some(vec![Inline::Text("The quay at dawn.".to_owned())]);
        let lead_image = Some(Figure { images: Vec::new(), caption, credit: Some("Ann Doe".to_owned()) });
        let meta = Meta { title: said("Three winters"), section: said("Sea"), lead_image, ..Meta::default() };
        let told = [
            ("Three  Winters", RemovedReason::Metadata),
            ("The quay at dawn. Ann Doe", RemovedReason::Metadata),
            ("SEA", RemovedReason::Metadata),
            ("Three winters at sea", RemovedReason::Other),
            ("·", RemovedReason::Other),
        ];
        let mut removed =
            told.map(|(text, _)| Removed { text: text.to_owned(), reason: RemovedReason::Other }).to_vec();
        removed.push(Removed { text: "Sea".to_owned(), reason: RemovedReason::Navigation });
        explain(&mut removed, &meta);
        let reasons: Vec<RemovedReason> = removed.iter().map(|piece| piece.reason).collect();
        let expected = told.map(|(_, reason)| reason);
        assert_eq!(reasons, [expected.as_slice(), &[RemovedReason::Navigation]].concat());
    }
}
