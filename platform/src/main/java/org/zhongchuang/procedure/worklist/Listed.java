package org.zhongchuang.procedure.worklist;

import java.util.Optional;
import org.zhongchuang.procedure.casework.CaseFile;

/**
 * A case in a list.
 *
 * @param handler the name of whoever has taken it on
 */
public record Listed(CaseFile file, Optional<String> handler) {}
