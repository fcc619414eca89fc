from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.services.ladder import ladder_of
from trainer.services.own import OwnLibrary
from trainer.ui.library.detail import ExerciseDetail
from trainer.ui.library.ladder import LadderView
from trainer.ui.library.ladder_places import Measures, places
from trainer.ui.library.page import LibraryPage
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import apply_theme, load_theme

CATALOG = load_catalog()
MEASURES = Measures(least=100, most=160, along=30, across=10, title=20)


def view_of(exercise_id: str, qtbot: QtBot, width: int = 1000) -> LadderView:
    ladder = ladder_of(CATALOG.exercises[exercise_id], CATALOG.exercises)
    view = LadderView(ladder, Thumbnails(load_theme("light").figure))
    qtbot.addWidget(view)
    view.resize(width, view.heightForWidth(width))
    view.show()
    return view


def test_five_ranks_stand_side_by_side_where_there_is_room() -> None:
    found = places([1, 2, 1, 3, 1], 700, MEASURES, lambda _rank, _number, width: width)
    assert found.sideways
    assert [[rect.left() for rect in rank] for rank in found.rungs] == [
        [0],
        [146, 146],
        [292],
        [438, 438, 438],
        [584],
    ]
    assert found.size.width() <= 700
    assert found.size.height() == 20 + 3 * 116 + 2 * 10
    middles = {round(sum(rect.center().y() for rect in rank) / len(rank)) for rank in found.rungs}
    assert max(middles) - min(middles) <= 1


def test_where_there_is_none_they_stand_one_below_the_other() -> None:
    found = places([1, 3, 1], 330, Measures(120, 160, 30, 10, 20), lambda _rank, _number, _width: 100)
    assert not found.sideways
    tops = [[rect.top() for rect in rank] for rank in found.rungs]
    assert tops == [[20], [170, 170, 280], [430]]
    assert all(rect.right() < 330 for rank in found.rungs for rect in rank)
    assert found.size.height() == 530


@pytest.mark.parametrize("exercise_id", sorted(CATALOG.exercises))
@pytest.mark.parametrize(("width", "percent"), [(1066, 100), (700, 100), (700, 200)])
def test_no_rung_covers_another_or_leaves_the_picture(
    qapp: QApplication, qtbot: QtBot, exercise_id: str, width: int, percent: int
) -> None:
    apply_theme(qapp, load_theme("light"), percent)
    try:
        view = view_of(exercise_id, qtbot, width)
        rects = [child.geometry() for child in view.children() if isinstance(child, QFrame)]
        rects += [rung.geometry() for rung in view.rungs]
        assert all(view.rect().contains(rect) for rect in rects)
        pairs = [(one, other) for place, one in enumerate(rects) for other in rects[place + 1 :]]
        assert not any(one.intersects(other) for one, other in pairs)
    finally:
        apply_theme(qapp, load_theme("light"))


def test_the_exercise_itself_is_marked_and_opens_nothing(qtbot: QtBot) -> None:
    view = view_of("single-leg-rdl", qtbot)
    here = next(rung for rung in view.rungs if rung.exercise.id == "single-leg-rdl")
    assert here.accessibleName() == "This one: Single-leg RDL, level 3 of 5"
    assert here.focusPolicy() is Qt.FocusPolicy.NoFocus
    asked: list[str] = []
    view.exercise_requested.connect(asked.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=here.geometry().center())
    assert asked == []


def test_rungs_say_which_way_they_lead_and_open_by_keyboard(qtbot: QtBot) -> None:
    view = view_of("single-leg-rdl", qtbot)
    spoken = {rung.exercise.id: rung.accessibleName() for rung in view.rungs}
    assert spoken["romanian-deadlift"].startswith("Easier: Romanian deadlift, level ")
    assert spoken["hip-hinge-with-dowel"].startswith("Easier: ")
    assert spoken["loaded-single-leg-rdl"].startswith("Harder: ")
    rung = next(rung for rung in view.rungs if rung.exercise.id == "loaded-single-leg-rdl")
    rung.setFocus()
    with qtbot.waitSignal(view.exercise_requested) as asked:
        qtbot.keyClick(rung, Qt.Key.Key_Space)
    assert asked.args == ["loaded-single-leg-rdl"]


def test_lines_join_the_rungs(qtbot: QtBot) -> None:
    view = view_of("single-leg-rdl", qtbot)
    assert len(view._lines()) == len(view._ladder.steps)
    by_id = {rung.exercise.id: rung.geometry() for rung in view.rungs}
    for start, end, _near in view._lines():
        assert any(start.x() == rect.right() + 1 for rect in by_id.values())
        assert any(abs(end.x() - rect.left()) <= 4 for rect in by_id.values())
    image = view.grab().toImage()
    start, end, near = view._lines()[0]
    middle = (start + end) / 2
    ratio = image.devicePixelRatio()
    around = {
        image.pixelColor(round(middle.x() * ratio), round(middle.y() * ratio) + dy).name()
        for dy in range(-2, 3)
    }
    assert len(around) > 1, near


def test_what_is_harder_without_being_an_exercise_stands_at_the_end(qtbot: QtBot) -> None:
    view = view_of("nordic-hamstring-curl", qtbot)
    (note,) = [child for child in view.children() if isinstance(child, QFrame)]
    assert note.geometry().left() > max(rung.geometry().right() for rung in view.rungs)
    assert len(view._lines()) == len(view._ladder.steps) + 1


def test_the_ladder_follows_the_theme(own_page: LibraryPage) -> None:
    own_page.show_exercise("single-leg-rdl")
    detail = own_page.currentWidget()
    assert isinstance(detail, ExerciseDetail)
    rung = detail.findChild(LadderView).rungs[0]
    picture = QRect(20, 20, 60, 60)
    before = rung.grab(picture).toImage()
    own_page.set_theme(load_theme("dark"))
    assert rung.grab(picture).toImage() != before


def test_one_of_ones_own_shows_no_ladder(own_page: LibraryPage, own: OwnLibrary) -> None:
    copy = own.copy_of(CATALOG.exercises["single-leg-rdl"], "My RDL", "My RDL")
    own.save_exercise(copy, "Add")
    own_page.show_exercise(copy.id)
    assert own_page.currentWidget().findChild(LadderView) is None
