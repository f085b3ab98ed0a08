package org.zhongchuang.ground.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhongchuang.ground.kernel.Sha256;

/**
 * A Merkle tree as RFC 6962, section 2.1, lays it down: its root, the proof that it includes a leaf, and the proof that
 * it has grown out of a smaller one.
 */
final class Tree {

    /** The root of a tree that holds nothing. */
    static final byte[] EMPTY = hash();

    private final long size;
    private final Subtrees subtrees;

    Tree(long size, Subtrees subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /** Knows the hash over any 2^level leaves that begin at a multiple of 2^level. */
    interface Subtrees {

        byte[] hash(int level, long place);
    }

    /** The hash of what a leaf says. */
    static byte[] leaf(String said) {
        return leaf(said.getBytes(UTF_8));
    }

    static byte[] leaf(byte[] said) {
        return hash(new byte[] {0}, said);
    }

    static byte[] node(byte[] left, byte[] right) {
        return hash(new byte[] {1}, left, right);
    }

    /** The root over hashes of which there are a power of two. */
    static byte[] over(List<byte[]> hashes) {
        var level = hashes;
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    byte[] root() {
        return size == 0 ? EMPTY.clone() : range(0, size);
    }

    /** The nodes that lead from a leaf to the root, the lowest first. */
    List<byte[]> inclusion(long leaf) {
        var path = new ArrayList<byte[]>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    private void inclusion(long leaf, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        var middle = from + split(to - from);
        if (leaf < middle) {
            inclusion(leaf, from, middle, path);
            path.add(range(middle, to));
        } else {
            inclusion(leaf, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /** The nodes from which both the root of the smaller tree and this root can be computed. */
    List<byte[]> consistency(long smaller) {
        var path = new ArrayList<byte[]>();
        if (smaller > 0 && smaller < size) {
            consistency(smaller, 0, size, true, path);
        }
        return path;
    }

    private void consistency(long smaller, long from, long to, boolean isKnown, List<byte[]> path) {
        if (smaller == to) {
            if (!isKnown) {
                path.add(range(from, to));
            }
            return;
        }
        var middle = from + split(to - from);
        if (smaller <= middle) {
            consistency(smaller, from, middle, isKnown, path);
            path.add(range(middle, to));
        } else {
            consistency(smaller, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    private byte[] range(long from, long to) {
        var leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return subtrees.hash(Long.numberOfTrailingZeros(leaves), from / leaves);
        }
        var middle = from + split(leaves);
        return node(range(from, middle), range(middle, to));
    }

    /** The largest power of two smaller than that many leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** Whether that path shows that the tree of that size and root holds the leaf at that place. */
    static boolean includes(byte[] leaf, long place, long size, List<byte[]> path, byte[] root) {
        if (place < 0 || place >= size) {
            return false;
        }
        var at = place;
        var last = size - 1;
        var known = leaf;
        for (var step : path) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                known = node(step, known);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                known = node(known, step);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(known, root);
    }

    /** Whether that path shows that the larger tree begins with all that the smaller one holds. */
    static boolean grew(long smaller, byte[] smallerRoot, long larger, byte[] largerRoot, List<byte[]> path) {
        if (smaller == larger) {
            return path.isEmpty() && Arrays.equals(smallerRoot, largerRoot);
        }
        if (smaller <= 0 || smaller > larger || path.isEmpty()) {
            return smaller == 0 && path.isEmpty();
        }
        var at = smaller - 1;
        var last = larger - 1;
        while (at % 2 == 1) {
            at /= 2;
            last /= 2;
        }
        var isWhole = Long.bitCount(smaller) == 1;
        var before = isWhole ? smallerRoot : path.getFirst();
        var after = before;
        for (var step : path.subList(isWhole ? 0 : 1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                before = node(step, before);
                after = node(step, after);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                after = node(after, step);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(before, smallerRoot) && Arrays.equals(after, largerRoot);
    }

    private static byte[] hash(byte[]... parts) {
        var digest = Sha256.digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** Leaves that come one after the other, of which only what is needed for the root is kept. */
    static final class Growing {

        private final List<byte[]> peaks = new ArrayList<>();
        private long size;

        void add(byte[] leaf) {
            var one = leaf;
            for (var rest = size; rest % 2 == 1; rest /= 2) {
                one = node(peaks.removeLast(), one);
            }
            peaks.add(one);
            size++;
        }

        long size() {
            return size;
        }

        byte[] root() {
            if (peaks.isEmpty()) {
                return EMPTY.clone();
            }
            var root = peaks.getLast();
            for (int i = peaks.size() - 2; i >= 0; i--) {
                root = node(peaks.get(i), root);
            }
            return root;
        }
    }
}
