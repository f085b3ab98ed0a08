package org.zhongchuang.procedure.casework;

import java.util.UUID;

/**
 * What a form carries so that it counts once: which state of the case its sender saw, and its own number.
 *
 * @param version the case's version when the form was shown
 * @param request the form's own id; the same id again is the same act
 */
public record Ticket(int version, UUID request) {}
