//! Words, sentences and phrases. Knows no tree.
