/** Chains that go on through a queue of SQS, and messages of queues as events. */
@NullMarked
package dev.longhaul.runtime.queue;

import org.jspecify.annotations.NullMarked;
