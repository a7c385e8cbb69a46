/** The Invoke API, which the AWS SDK and the AWS CLI talk to. */
@NullMarked
package dev.longhaul.local.invoke;

import org.jspecify.annotations.NullMarked;
