package dev.longhaul.example.move;

/** What became of an object. */
public enum Outcome {
    /** It is in the other bucket, as it was, and no more in the first one. */
    MOVED,
    /** It was deleted before it could be copied. */
    VANISHED,
    /** It was written anew meanwhile, and stays where it is. */
    CHANGED,
    /** The job may not read or delete it. */
    FORBIDDEN,
    /** The copy has other bytes, so the object stays where it is. */
    DIFFERS
}
