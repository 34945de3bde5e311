// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of worker threads. Results depend on the task's index only, so that one thread and eight give the same
 * result. The calling thread takes part, so nested use cannot deadlock.
 */
public final class Workers implements AutoCloseable {
    private static final AtomicInteger POOLS = new AtomicInteger();

    private final int threads;
    private final ExecutorService pool;

    /** @param threads 1 or more; the caller is one of them */
    public Workers(int threads) {
        if (threads < 1) {
            throw new ProblemException("The number of threads is " + threads + "; give 1 or more.");
        }
        this.threads = threads;
        int number = POOLS.incrementAndGet();
        AtomicInteger member = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "tessera-worker-" + number + "-" + member.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** As many as the machine has processors. */
    public static Workers ofMachine() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /** The number of threads, the caller included. */
    public int threads() {
        return threads;
    }

    /** {@code task(0) .. task(count - 1)}, each once, in any order, several at a time; returns when all have ended. */
    public void forEach(int count, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < count && failed.get() == 0; i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException | Error e) {
                    failed.set(1);
                    throw e;
                }
            }
        };
        List<Helper> helpers = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, count); i++) {
            helpers.add(new Helper(share));
        }
        helpers.forEach(helper -> helper.ended = pool.submit(helper));
        Throwable first = null;
        try {
            share.run();
        } catch (RuntimeException | Error e) {
            first = e;
        }
        for (Helper helper : helpers) {
            Throwable problem = helper.await();
            first = first == null ? problem : first;
        }
        if (first instanceof RuntimeException e) {
            throw e;
        } else if (first instanceof Error e) {
            throw e;
        }
    }

    /** The results of {@code task(0) .. task(count - 1)}, in that order. */
    public <T> List<T> map(int count, IntFunction<T> task) {
        List<T> results = new ArrayList<>(Collections.nCopies(count, null));
        forEach(count, i -> {
            T result = task.apply(i);
            synchronized (results) {
                results.set(i, result);
            }
        });
        return List.copyOf(results);
    }

    /** A share of the work on another thread; one that no thread has begun when the caller is done is dropped. */
    private static final class Helper implements Runnable {
        private final Runnable share;
        private final AtomicBoolean begun = new AtomicBoolean();
        private @Nullable Future<?> ended;

        Helper(Runnable share) {
            this.share = share;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                share.run();
            }
        }

        @Nullable
        Throwable await() {
            Future<?> end = ended;
            if (begun.compareAndSet(false, true) || end == null) {
                return null;
            }
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        end.get();
                        return null;
                    } catch (ExecutionException e) {
                        return e.getCause();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
