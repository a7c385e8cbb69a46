/** What Lambda costs, by region: read from one data file. */
@NullMarked
package dev.longhaul.processor.prices;

import org.jspecify.annotations.NullMarked;
