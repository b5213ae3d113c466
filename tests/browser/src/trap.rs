//! What a charity page can see.
