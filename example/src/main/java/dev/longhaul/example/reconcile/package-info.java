/** A job that reconciles a ledger of payments with the provider that makes them. */
@NullMarked
package dev.longhaul.example.reconcile;

import org.jspecify.annotations.NullMarked;
