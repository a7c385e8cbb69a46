package dev.longhaul.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between the functions and their store's server: passes on, slows down, or cuts off. */
final class TcpRelay implements AutoCloseable {

    private final ServerSocket listening;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean cut;
    private volatile long delayMillis;

    TcpRelay(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Ends all connections, and every new one at once. */
    void cut() {
        cut = true;
        open.forEach(TcpRelay::end);
    }

    /** Lets connections through again; each answer takes so much longer. */
    void pass(long delay) {
        delayMillis = delay;
        cut = false;
    }

    /** How many connections were refused. */
    int refused() {
        return refused.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (cut) {
                    refused.incrementAndGet();
                    end(client);
                } else {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(client);
                    open.add(server);
                    threads.execute(() -> copy(client, server, false));
                    threads.execute(() -> copy(server, client, true));
                }
            } catch (IOException e) {
                // The end of the test, or a server that is being restarted: the client tries again.
            }
        }
    }

    private void copy(Socket from, Socket to, boolean slow) {
        byte[] buffer = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (slow && delayMillis > 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // Cut off, as it was meant.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(TcpRelay::end);
        threads.shutdown();
    }
}
