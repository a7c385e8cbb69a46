package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.Verdict;

/** What the reading of a record or a bean came to. */
sealed interface Parts {

    /** It can be saved. */
    record Known(Composite composite) implements Parts {}

    /** A part of it can't. */
    record Unknown(Verdict why) implements Parts {}
}
