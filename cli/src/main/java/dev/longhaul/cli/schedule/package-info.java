/** When the schedules of a template start their functions on this machine. */
@NullMarked
package dev.longhaul.cli.schedule;

import org.jspecify.annotations.NullMarked;
