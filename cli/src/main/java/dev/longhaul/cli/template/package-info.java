/** What a job's generated template says of its functions, for a Lambda on this machine. */
@NullMarked
package dev.longhaul.cli.template;

import org.jspecify.annotations.NullMarked;
