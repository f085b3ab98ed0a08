package org.zhongchuang.ground.access;

import java.util.Optional;

/**
 * Something about accounts that belongs into the record of acts. Published as an event, and written in the same
 * transaction.
 *
 * @param person whose act it was, or whom it befell, if that is known
 * @param act one of the acts that the record has words for
 * @param detail never personal data
 */
public record Happened(Optional<PersonId> person, String act, String subject, String detail) {}
