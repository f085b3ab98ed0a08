package org.zhongchuang.ground.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Sha256;

/** Where people are signed in, and how that ends: one session, all others, or everybody's. */
@Service
public class Sessions {

    private static final int MARK_LENGTH = 16;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final JdbcClient jdbc;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /**
     * A place where somebody is signed in.
     *
     * @param mark names it on a page; its secret name never stands there
     */
    public record Place(String mark, Text device, Instant since, Instant seen, boolean here) {}

    /** Where a person is signed in, the present session first, then the last used. */
    public List<Place> of(String login, String present) {
        return repository.findByPrincipalName(login).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> place(session, present))
                .sorted(Comparator.comparing(Place::here)
                        .thenComparing(Place::seen)
                        .reversed())
                .toList();
    }

    /** Ends the session of that person with that mark; says whether there was one. */
    public boolean end(String login, String mark) {
        return repository.findByPrincipalName(login).keySet().stream()
                .filter(id -> mark(id).equals(mark))
                .peek(repository::deleteById)
                .findAny()
                .isPresent();
    }

    /** Ends all sessions of a person but one; says how many. */
    @Transactional
    public int endOthers(String login, String present) {
        return jdbc.sql("delete from spring_session where principal_name = :login and session_id <> :present")
                .param("login", login)
                .param("present", present)
                .update();
    }

    /** Ends all sessions of a person at once; says how many. */
    @Transactional
    public int endAll(String login) {
        return endOthers(login, "");
    }

    /** Ends the sessions of everybody but the one who asks for it; says how many. */
    @Transactional
    public int endEverybodys(String present) {
        return jdbc.sql("delete from spring_session where principal_name is not null and session_id <> :present")
                .param("present", present)
                .update();
    }

    private static Place place(Session session, String present) {
        SignedIn signedIn = session.getAttribute(SignedIn.KEPT);
        return new Place(
                mark(session.getId()),
                signedIn == null ? Text.of("未知设备", "Unknown device") : signedIn.deviceName(),
                signedIn == null ? session.getCreationTime() : signedIn.at(),
                session.getLastAccessedTime(),
                session.getId().equals(present));
    }

    private static String mark(String id) {
        return Sha256.hex(id).substring(0, MARK_LENGTH);
    }
}
