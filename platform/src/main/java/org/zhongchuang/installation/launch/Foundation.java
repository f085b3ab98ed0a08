package org.zhongchuang.installation.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an application stands on: its data folder, held for it alone, and its database. Everything is looked at before
 * anything is changed, and nothing that was not made in this run is ever deleted.
 */
public final class Foundation implements AutoCloseable {

    private final LaunchOptions options;
    private final Consumer<String> say;
    private final Secrets secrets;
    private @Nullable DataFolder folder;
    private @Nullable BundledPostgres server;
    private boolean closed;

    /** Prepares nothing yet; {@code say} takes what the person at the command line should read. */
    public Foundation(LaunchOptions options, Consumer<String> say) {
        this.options = options;
        this.say = say;
        this.secrets = new Secrets(options.data());
    }

    /**
     * Takes hold of the folder, starts or finds the database, and says as whom to sign in to it.
     *
     * @throws CannotStart if it may not or cannot be used
     */
    public Database lay() {
        DataFolder.refuseOther(options.data(), options.mode());
        var own = options.database().map(address -> new OwnPostgres(address, say));
        own.ifPresent(one -> one.check(options.mode()));
        var held = DataFolder.hold(options.data(), options.mode());
        keep(held);
        try {
            DataFolder.makeClosed(options.files());
            DataFolder.makeClosed(options.data().resolve("secrets"));
            if (own.isPresent()) {
                held.mark(options.mode());
                return own.get().arrange();
            }
            say.accept("启动数据库 / starting PostgreSQL in %s".formatted(options.data()));
            return bundled(held);
        } catch (IOException e) {
            throw DataFolder.notUsable(options.data(), e);
        } catch (UncheckedIOException e) {
            throw DataFolder.notUsable(options.data(), Objects.requireNonNull(e.getCause()));
        } catch (IllegalStateException | SQLException e) {
            throw explained(e);
        }
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Whether the database is gone for the moment; nobody can tell of one that the city runs itself. */
    public Optional<DatabaseWatch> watch() {
        return Optional.ofNullable(server);
    }

    /**
     * Stops the database that this run has started or taken over, then lets go of the folder. Can be called at any
     * time.
     */
    @Override
    public void close() {
        BundledPostgres running;
        DataFolder held;
        synchronized (this) {
            closed = true;
            running = server;
            held = folder;
        }
        if (running != null) {
            running.stop();
        }
        if (held != null) {
            held.close();
        }
    }

    private Database bundled(DataFolder held) throws SQLException, IOException {
        var running = start();
        if (isHalfFilled(running)) {
            running.stop();
            var aside = held.moveAside(running.cluster());
            Files.deleteIfExists(options.data().resolve("filling"));
            say.accept(
                    "上次的演示城市没有填充完，已移到一旁 / the last demonstration broke off while it was being filled and was moved aside: "
                            + aside);
            running = start();
        }
        held.mark(options.mode());
        var database = Roles.arrange(running);
        running.supervise();
        return database;
    }

    private BundledPostgres start() {
        var starting = BundledPostgres.of(options.data(), secrets);
        keep(starting);
        starting.start();
        return starting;
    }

    /** Whether a demonstration has to begin anew; refuses what the other mode made. */
    private boolean isHalfFilled(BundledPostgres running) throws SQLException {
        var marked = DataFolder.modeOf(options.data());
        // Before databases said so themselves, a file did; serve has never written it.
        if (options.mode() == Mode.DEMO
                && marked.isEmpty()
                && Files.exists(options.data().resolve("filling"))) {
            return true;
        }
        try (var connection = running.superuser().connect(running.url())) {
            var state = DatabaseState.of(connection);
            state.mode().ifPresent(made -> DataFolder.refuseOther(options.data(), options.mode(), made));
            return options.mode() == Mode.DEMO && state.halfFilled();
        }
    }

    private synchronized void keep(DataFolder held) {
        folder = held;
        refuseIfClosed();
    }

    private synchronized void keep(BundledPostgres starting) {
        server = starting;
        refuseIfClosed();
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new CannotStart("启动时被停止。", "Stopped while starting.");
        }
    }

    private CannotStart explained(Exception e) {
        if (Disk.isFull(e)) {
            return DataFolder.notUsable(options.data(), new IOException(e.getMessage()));
        }
        var sentence = new CannotStart(
                "数据库没有启动成功：%s".formatted(e.getMessage()), "PostgreSQL did not start: %s".formatted(e.getMessage()));
        sentence.initCause(e);
        return sentence;
    }
}
