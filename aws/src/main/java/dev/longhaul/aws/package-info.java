/** The one place where a client of the AWS SDK is made, and its failures are told apart. */
@NullMarked
package dev.longhaul.aws;

import org.jspecify.annotations.NullMarked;
