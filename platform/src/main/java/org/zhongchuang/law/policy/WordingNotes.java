package org.zhongchuang.law.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;

/**
 * What is said where the official wording of a document is shown: who imported it, when, and how it differs from ours.
 */
public interface WordingNotes {

    /**
     * What is said of a wording.
     *
     * @param office for whom the officer acted that imported it
     * @param reason why it was kept although passages differ; empty where none was given
     */
    record Note(String office, LocalDate day, String reason, List<Differing> differing) {}

    /** A passage that the wording has not, or has otherwise than our summary. */
    record Differing(String id, List<Text> how) {}

    /** Empty where no wording is shown. */
    Optional<Note> of(PolicyPack pack);
}
