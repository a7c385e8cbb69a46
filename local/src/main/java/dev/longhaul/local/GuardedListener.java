package dev.longhaul.local;

import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationListener;

/** Keeps what a listener throws away from the invocation that it was told of. */
record GuardedListener(InvocationListener guarded) implements InvocationListener {

    @Override
    public void on(InvocationEvent event) {
        try {
            guarded.on(event);
        } catch (RuntimeException e) {
            System.err.println("longhaul-local: a listener failed on "
                    + event.getClass().getSimpleName() + " of request " + event.requestId());
            e.printStackTrace();
        }
    }
}
