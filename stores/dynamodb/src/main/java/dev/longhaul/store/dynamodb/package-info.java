/** Keeps the records of chains in a DynamoDB table. */
@NullMarked
package dev.longhaul.store.dynamodb;

import org.jspecify.annotations.NullMarked;
