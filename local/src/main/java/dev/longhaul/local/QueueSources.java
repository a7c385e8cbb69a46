package dev.longhaul.local;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.QueueSource;
import dev.longhaul.local.mapping.QueuePoller;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** The queues that feed functions. Thread-safe. */
final class QueueSources implements AutoCloseable {

    private final QueuePoller.Account account;
    private final Executor threads;
    private final List<QueuePoller> pollers = new CopyOnWriteArrayList<>();

    QueueSources(LocalOptions.AwsAccount account, Executor threads) {
        this.account = new QueuePoller.Account(account.region(), account.id());
        this.threads = threads;
    }

    /** Feeds a function by its queue, where it has one; throws {@link IllegalArgumentException} where that can't be. */
    void add(FunctionConfig function, QueuePoller.Function invoke) {
        for (QueueSource queue : function.queue().stream().toList()) {
            pollers.add(QueuePoller.start(queue, function, account, invoke, threads, QueueSources::tell));
        }
    }

    /** Says what goes wrong with a queue. */
    static void tell(String notice) {
        System.err.println("longhaul-local: " + notice);
    }

    /** Takes no more messages. */
    void stop() {
        pollers.forEach(QueuePoller::stop);
    }

    @Override
    public void close() {
        pollers.forEach(QueuePoller::close);
    }
}
