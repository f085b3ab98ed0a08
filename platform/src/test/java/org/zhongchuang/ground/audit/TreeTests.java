package org.zhongchuang.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree against the published vectors of Certificate Transparency, and against its own definition. */
class TreeTests {

    private static final HexFormat HEX = HexFormat.of();

    private static final List<byte[]> PUBLISHED = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HEX::parseHex)
            .map(Tree::leaf)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theRootsAreThePublishedOnes(int size, String root) {
        assertThat(HEX.formatHex(tree(PUBLISHED.subList(0, size)).root())).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b "
                + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    })
    void theProofsOfInclusionAreThePublishedOnes(int leaf, int size, String path) {
        var found = tree(PUBLISHED.subList(0, size)).inclusion(leaf);

        assertThat(found.stream().map(HEX::formatHex).toList()).isEqualTo(List.of(path.split(" ")));
    }

    @Test
    void everyLeafOfEveryTreeIsIncludedAndNoOtherIs() {
        for (int size = 1; size <= 40; size++) {
            var leaves = leaves(size);
            var tree = tree(leaves);
            for (int place = 0; place < size; place++) {
                var path = tree.inclusion(place);
                assertThat(Tree.includes(leaves.get(place), place, size, path, tree.root()))
                        .isTrue();
                assertThat(Tree.includes(Tree.leaf("other"), place, size, path, tree.root()))
                        .isFalse();
                assertThat(Tree.includes(leaves.get(place), (place + 1) % size, size, path, tree.root()))
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void everyTreeGrewOutOfEverySmallerOneAndOutOfNoOther() {
        for (int size = 2; size <= 40; size++) {
            var all = leaves(size);
            var tree = tree(all);
            for (int smaller = 1; smaller < size; smaller++) {
                var path = tree.consistency(smaller);
                var changed = new ArrayList<>(all.subList(0, smaller));
                changed.set(smaller / 2, Tree.leaf("changed"));
                assertThat(Tree.grew(smaller, tree(all.subList(0, smaller)).root(), size, tree.root(), path))
                        .isTrue();
                assertThat(Tree.grew(smaller, tree(changed).root(), size, tree.root(), path))
                        .isFalse();
                var cut = path.subList(0, path.size() - 1);
                assertThat(Tree.grew(smaller, tree(all.subList(0, smaller)).root(), size, tree.root(), cut))
                        .isFalse();
            }
        }
    }

    @Test
    void leavesAddedOneByOneMakeTheSameRoot() {
        var growing = new Tree.Growing();
        assertThat(growing.root()).isEqualTo(Tree.EMPTY);
        for (int size = 1; size <= 130; size++) {
            growing.add(Tree.leaf("leaf " + (size - 1)));
            assertThat(growing.root()).isEqualTo(tree(leaves(size)).root());
        }
    }

    @Test
    void aLeafIsNeverANode() {
        var left = Tree.leaf("left");
        var right = Tree.leaf("right");
        var both = new byte[64];
        System.arraycopy(left, 0, both, 0, 32);
        System.arraycopy(right, 0, both, 32, 32);

        assertThat(Tree.leaf(both)).isNotEqualTo(Tree.node(left, right));
    }

    @Test
    void noTwoRowsMakeTheSameText() {
        assertThat(new Canonical("x").with("a", "1\nb: 2").toString())
                .isNotEqualTo(new Canonical("x").with("a", "1").with("b", "2").toString());
        assertThat(new Canonical("x").with("a", "\\n").toString())
                .isNotEqualTo(new Canonical("x").with("a", "\n").toString());
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(one -> Tree.leaf("leaf " + one))
                .toList();
    }

    private static Tree tree(List<byte[]> leaves) {
        return new Tree(
                leaves.size(),
                (level, place) -> Tree.over(leaves.subList((int) place << level, (int) (place + 1) << level)));
    }
}
