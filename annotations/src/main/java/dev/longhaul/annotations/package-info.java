/** What a user writes: the annotations of a long-running job and the types of their options. */
package dev.longhaul.annotations;
