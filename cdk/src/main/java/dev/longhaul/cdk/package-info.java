/** A construct of the AWS CDK for a long-running job. */
@NullMarked
package dev.longhaul.cdk;

import org.jspecify.annotations.NullMarked;
