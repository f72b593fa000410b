//! Article + Facts -> Reader: a list of safe node-building steps. No markup string anywhere.
