"""Nothing confirmed is lost: the server is killed again and again while people teach.

Four writers teach through the JSON API. At random moments the process gets SIGKILL and is started again on the same
files. What a writer was told is recorded must be there; what it was not told about it sends again with the same key,
and that must be there once.
"""

import http.client
import os
import random
import threading
import time

from client import Client, enter, new_name
from village import village as new_village

KILLS = int(os.environ.get("VILLAGE_KILLS", "50"))
WRITERS = 4


class Writer(threading.Thread):
    """Teaches without pause until the connection breaks."""

    def __init__(self, teacher, url):
        super().__init__(daemon=True)
        self.teacher = teacher
        self.client = Client(url, teacher.token)
        self.failure = None

    def run(self):
        try:
            while True:
                sentence, key = self.teacher.unsure or self.teacher.next_sentence()
                self.teacher.unsure = (sentence, key)
                told = self.client.teach(sentence, key).expect(201)["results"][0]
                assert told["outcome"] == "recorded", told
                self.teacher.confirmed[sentence] = told["lessons"]
                self.teacher.unsure = None
        except (OSError, http.client.HTTPException):
            pass
        except AssertionError as failure:
            self.failure = failure
        finally:
            self.client.close()


class Teacher:
    def __init__(self, client, number, random):
        self.token = client.token
        self.member = client.get("/api/v1/session").expect(200)["member"]["id"]
        self.number = number
        self.random = random
        self.count = 0
        self.confirmed = {}
        self.unsure = None

    def next_sentence(self):
        self.count += 1
        return f"The glycemic index of {new_name(self.random)} is {self.random.randrange(1, 111)}.", f"w{self.number}-{self.count}"


def test_sigkill_at_random_moments_loses_nothing_confirmed(seed):
    chance = random.Random(seed)
    with new_village() as place:
        founder = enter(place)
        founder.teach_surely("The glycemic index of a banana is 51.")
        teachers = []
        for number in range(WRITERS):
            client = Client(place.url).take_link(founder.invite("teacher"), f"Teacher {number}", f"teacher{number}")
            teachers.append(Teacher(client, number, random.Random(chance.random())))

        for _ in range(KILLS):
            writers = [Writer(teacher, place.url) for teacher in teachers]
            for writer in writers:
                writer.start()
            time.sleep(chance.uniform(0.005, 0.25))
            place.kill()
            for writer in writers:
                writer.join(timeout=30)
                assert not writer.is_alive()
                if writer.failure:
                    raise writer.failure
            assert place.tell("ledger", "verify")["whole"]
            replayed = place.tell("ledger", "digest")
            place.start()
            assert Client(place.url, founder.token).digest() == replayed

        reader = Client(place.url, founder.token)
        for teacher in teachers:
            found = {lesson["id"]: lesson["words"] for lesson in reader.lessons(author=teacher.member)}
            for sentence, ids in teacher.confirmed.items():
                for lesson in ids:
                    assert found.get(lesson) == sentence, f"{sentence!r} was confirmed as {lesson} and is lost"
            words = list(found.values())
            assert len(words) == len(set(words)), "a sentence that was sent again is there twice"
            assert set(words) <= set(teacher.confirmed) | {teacher.unsure[0] if teacher.unsure else None}
        confirmed = sum(len(teacher.confirmed) for teacher in teachers)
        assert confirmed > KILLS, f"only {confirmed} lessons were confirmed between {KILLS} kills"


def test_a_polite_end_leaves_with_0_and_everything_written():
    with new_village() as place:
        founder = enter(place)
        founder.teach_surely("A banana is a fruit.")
        before = founder.digest()
        assert place.stop() == 0
        assert place.tell("ledger", "digest") == before
